import type { Quote } from "@/lib/domain/case/case";
import type { Channel } from "@/lib/domain/trace/channel";
import {
  personaAttributeFacts,
  personaAttributes,
  personaRange,
  type PersonaTerms,
} from "@/lib/domain/settings/persona-contract";
import type { StyleMeasures } from "../style/measure-style";

/** A style feature outside its range. */
type Drift = {
  /** "formality 4.4 of 5 (2.5 ± 1)". */
  readonly words: string;
  /** Distance beyond the range in tolerances, above 0. */
  readonly excess: number;
  readonly quotes: readonly Quote[];
};

/** Cap of one feature's excess, so that it weighs no more than this many broken rules. */
const excessMost = 3;
const quotesEach = 2;

/** Finds the features outside the contract's range for a channel by more than one standard error, furthest first. */
export function findDrifts(
  measures: StyleMeasures,
  terms: PersonaTerms,
  channel: Channel,
): readonly Drift[] {
  const drifts = personaAttributes.flatMap((attribute): Drift[] => {
    const range = personaRange(terms, attribute, channel);
    const measure = range === null ? null : measures.of(attribute);
    if (range === null || measure === null) return [];
    const { target, tolerance } = range;
    const beyond = Math.abs(measure.value - target) - tolerance - measure.error;
    if (beyond <= 0) return [];
    const { words, unit } = personaAttributeFacts[attribute];
    const isMore = measure.value > target;
    const quotes = isMore ? measure.much : measure.little;
    return [
      {
        words: `${words.toLowerCase()} ${plain(measure.value)} ${unit} (${plain(target)} ± ${plain(tolerance)})`,
        excess: Math.min(excessMost, beyond / tolerance),
        quotes: quotes.slice(0, quotesEach),
      },
    ];
  });
  return drifts.toSorted((a, b) => b.excess - a.excess);
}

function plain(value: number): string {
  return String(Number(value.toFixed(1)));
}
