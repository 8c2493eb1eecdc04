import { bandLimits } from "@/lib/domain/quality/evaluator-catalogue";
import {
  personaAttributeFacts,
  personaAttributes,
  personaRange,
  type PersonaAttribute,
  type PersonaTerms,
} from "@/lib/domain/settings/persona-contract";
import type { ChannelLevel } from "@/lib/analytics/persona/level-figures";
import { standardErrors } from "@/lib/stats/quantiles/normal-quantile";
import { meanOf, varianceOf, type Sums } from "@/lib/stats/sums";
import { wilsonInterval } from "@/lib/stats/proportions/wilson-interval";
import { joinedByAnd } from "@/lib/format/join-words";
import { childListHref } from "@/lib/analytics/filter/child-list-query";
import type { PersonaQuery } from "./url";
import { percentFrom, percentRange, rateWords } from "@/lib/format/share-words";
import { channelWords } from "@/lib/format/wording";
import { rangeWords, valueWords } from "@/lib/analytics/words/attribute-words";
import type { LevelCell, LevelModel } from "./persona-model";
import * as said from "./words/tables";

/** Attributes outside the contract, by the interval of the mean. */
export function offContract(level: ChannelLevel, terms: PersonaTerms): readonly PersonaAttribute[] {
  return personaAttributes.filter((attribute) => isOff(level, attribute, terms));
}

/**
 * Prepares each channel's attributes in the period against the contract. @param terms null: none in force
 */
export function prepareLevels(
  query: PersonaQuery,
  levels: readonly ChannelLevel[],
  terms: PersonaTerms | null,
): LevelModel {
  const shown = personaAttributes.filter((each) =>
    levels.some(({ attributes }) => attributes[each].count > 0),
  );
  const rows = shown.map((attribute) => ({
    name: `${personaAttributeFacts[attribute].words}, ${personaAttributeFacts[attribute].unit}`,
    approved: approvedWords(attribute, terms, levels),
    cells: levels.map((level) => cellOf(level, attribute, terms)),
  }));
  const kept = {
    name: said.levels.kept,
    approved: "",
    cells: levels.map((level) => keptCell(query, level)),
  };
  return {
    title: titleOf(levels, terms),
    subtitle: said.levels.subtitle,
    note:
      terms === null
        ? said.levels.noTerms
        : said.levelsNote(bandLimits("persona_consistency").high),
    channels: levels.map(({ channel }) => channel),
    rows: terms === null ? rows : [...rows, kept],
  };
}

function titleOf(levels: readonly ChannelLevel[], terms: PersonaTerms | null): string {
  if (terms === null) return said.levels.titleNoTerms;
  const off = levels
    .map((level) => ({ level, count: offContract(level, terms).length }))
    .filter(({ count }) => count > 0);
  if (off.length === 0) return said.levels.titleKept;
  const clauses = off.map(({ level, count }) =>
    said.measuresOn(count, channelWords[level.channel]),
  );
  return said.offTheContract(joinedByAnd(clauses));
}

function approvedWords(
  attribute: PersonaAttribute,
  terms: PersonaTerms | null,
  levels: readonly ChannelLevel[],
): string {
  if (terms === null) return "–";
  const range = terms.attributes[attribute];
  const own = levels.flatMap(({ channel }) => {
    const allowed = terms.allowances[channel][attribute];
    return allowed === undefined
      ? []
      : [`${channelWords[channel]} ${rangeWords(attribute, allowed)}`];
  });
  return [range === null ? said.levels.notAsked : rangeWords(attribute, range), ...own].join("; ");
}

function cellOf(
  level: ChannelLevel,
  attribute: PersonaAttribute,
  terms: PersonaTerms | null,
): LevelCell {
  const sums = level.attributes[attribute];
  if (sums.count === 0) return { words: "–", basis: "", isOff: false, href: null };
  const few =
    sums.count < percentFrom ? said.fewValues(sums.count) : intervalWords(attribute, sums);
  return {
    words: valueWords(attribute, meanOf(sums)),
    basis: few,
    isOff: terms !== null && isOff(level, attribute, terms),
    href: null,
  };
}

function intervalWords(attribute: PersonaAttribute, sums: Sums): string {
  const [low, high] = intervalOf(sums);
  return `${valueWords(attribute, low)}–${valueWords(attribute, high)}`;
}

/** A normal interval of the mean, clamped at 0. */
function intervalOf(sums: Sums): readonly [number, number] {
  const reach = standardErrors(0.95) * Math.sqrt(varianceOf(sums) / sums.count);
  return [Math.max(0, meanOf(sums) - reach), meanOf(sums) + reach];
}

function isOff(
  { channel, attributes }: ChannelLevel,
  attribute: PersonaAttribute,
  terms: PersonaTerms,
): boolean {
  const range = personaRange(terms, attribute, channel);
  const sums = attributes[attribute];
  if (range === null || sums.count < percentFrom) return false;
  const [low, high] = intervalOf(sums);
  return low > range.target + range.tolerance || high < range.target - range.tolerance;
}

function keptCell({ cases }: PersonaQuery, { channel, kept }: ChannelLevel): LevelCell {
  const interval = wilsonInterval(kept.hits, kept.of);
  return {
    words: rateWords(kept),
    basis:
      interval === null
        ? said.levels.notMeasured
        : said.rangeOf(percentRange(interval, kept.of), kept.of),
    isOff: false,
    href:
      kept.of === 0
        ? null
        : childListHref({
            thing: "contacts",
            cases,
            metric: { id: "persona_kept_rate", subset: "denominator" },
            on: channel,
          }),
  };
}
