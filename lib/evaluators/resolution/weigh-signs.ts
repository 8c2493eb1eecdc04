import type { Verdict } from "@/lib/domain/case/case";
import { probabilityOf } from "@/lib/learning/linear-model";
import type { FittedReading } from "./resolution-model";
import type { Sign } from "./sign";

/** Minimum change in log-odds for a sign to be mentioned. */
const leastTelling = 0.02;
const reasonsMax = 3;

type Reason = { readonly shift: number; readonly sign: Sign };

/**
 * Combines signs into a probability of resolution, with the reasons of largest effect; not scorable
 * if none has an effect. Where only how such contacts usually end speaks for it, that is a hint.
 */
export function weighSigns<Key extends string>(
  signs: Readonly<Record<Key, Sign>>,
  keys: readonly Key[],
  { weights, usual, intercept }: FittedReading,
): Verdict {
  const reasons = keys.map((key, at): Reason => {
    const sign = signs[key];
    return { sign, shift: (weights[at] ?? 0) * (sign.value - (usual[at] ?? 0)) };
  });
  const odds = reasons.reduce((sum, { shift }) => sum + shift, intercept);
  const decisive = reasons
    .filter(({ shift, sign }) => Math.abs(shift) >= leastTelling && signWords(sign, shift) !== null)
    .toSorted((a, b) => Math.abs(b.shift) - Math.abs(a.shift))
    .slice(0, reasonsMax);
  if (decisive.length === 0) {
    return {
      status: "not-scorable",
      because: "Nothing in the contact speaks clearly for or against it.",
    };
  }
  const value = Math.round(probabilityOf(odds) * 1000) / 1000;
  const because = sentenceOf(decisive);
  if (odds >= 0 && decisive.every(({ shift }) => shift < 0)) {
    return {
      status: "not-scorable",
      because: `No clear sign of a resolution was found. ${because}`,
      hint: value,
    };
  }
  return {
    status: "scored",
    value,
    because,
    evidence: decisive.flatMap(({ sign }) => (sign.evidence === null ? [] : [sign.evidence])),
  };
}

function signWords({ pro, contra }: Sign, shift: number): string | null {
  return shift > 0 ? pro : contra;
}

/** The reasons for, then the reasons against. */
function sentenceOf(reasons: readonly Reason[]): string {
  const clause = (lead: string, way: 1 | -1) => {
    const words = reasons
      .filter(({ shift }) => Math.sign(shift) === way)
      .flatMap(({ sign, shift }) => signWords(sign, shift) ?? []);
    return words.length === 0 ? [] : [`${lead} ${words.join("; ")}.`];
  };
  return [...clause("For it:", 1), ...clause("Against it:", -1)].join(" ");
}
