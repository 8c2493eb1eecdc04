import {
  goneIn,
  sampleOutcomes,
  sampleParts,
  secondPairs,
  undecidedIn,
  violationsIn,
  type PeriodCounts,
  type SampledFinding,
  type SampleOutcome,
  type SampleTally,
  type SignOff,
} from "@/lib/domain/quality/review-sample";
import { printedFilters } from "@/lib/analytics/words/filter-sentence";
import { periodWordsAfter } from "@/lib/analytics/words/facet-words";
import { rawParams } from "@/lib/format/address/raw-params";
import { ruleName } from "@/lib/format/disclosure-words";
import { formatCount, formatCounted, formatInterval, formatScore } from "@/lib/format/format";
import { percentRange } from "@/lib/format/share-words";
import { agentWords, channelWords } from "@/lib/format/wording";
import { cohenKappa } from "@/lib/stats/cohen-kappa";
import { wilsonInterval } from "@/lib/stats/proportions/wilson-interval";
import { partWords } from "./samples-model";
import { samplesCodec, type SamplesQuery } from "./url";

export const outcomeWords: Readonly<Record<SampleOutcome, string>> = {
  violation: "violation",
  fine: "as required",
  waived: "waived",
  unclear: "cannot be judged",
  changed: "judged by a changed rule",
  withheld: "awaits second review",
  gone: "no longer exists",
  undecided: "no decision",
};

/** A filter that samples are drawn with, in words: "Recording notice on Voice, cases opened 1 Nov to 9 Nov". */
export function sampleFilterWords({ cases, rule, on, by, days, severity }: SamplesQuery): string {
  const speakers = by === null ? [] : [`with ${by === "both" ? "AI and humans" : agentWords[by]}`];
  return [
    `${rule === null ? "All rules" : ruleName(rule)}${on === null ? "" : ` on ${channelWords[on]}`}`,
    ...speakers,
    ...(severity === null ? [] : [`severity ${severity}`]),
    ...(days === null ? [] : [`contacts that began ${days.replace("..", " to ")}`]),
    ...printedFilters(cases),
    `cases opened ${periodWordsAfter(cases.period)}`,
  ].join(", ");
}

/** The same of a stored filter. */
export function storedFilterWords(filter: string): string {
  return sampleFilterWords(samplesCodec.parse(rawParams(filter)).query);
}

const isRare: Readonly<Record<SampleOutcome, boolean>> = {
  violation: false,
  fine: false,
  waived: false,
  unclear: false,
  changed: true,
  withheld: true,
  gone: true,
  undecided: false,
};

/** The outcomes that are printed: the rare ones only where there are some. */
export function shownOutcomes({ random, risk }: SampleTally): readonly SampleOutcome[] {
  return sampleOutcomes.filter(
    (outcome) => !isRare[outcome] || random[outcome] + risk[outcome] > 0,
  );
}

/** "30 random, 10 by risk". */
export function partsWords(tally: SampleTally): string {
  return sampleParts
    .map((part) => ({ part, count: countOf(tally[part]) }))
    .filter(({ count }) => count > 0)
    .map(({ part, count }) => `${formatCount(count)} ${partWords[part]}`)
    .join(", ");
}

function countOf(counts: SampleTally["random"]): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** All findings of a sample. */
export function sizeOf({ random, risk }: SampleTally): number {
  return countOf(random) + countOf(risk);
}

/** "3 of 4 decided, 1 no longer exists". */
export function progressWords(tally: SampleTally): string {
  const size = sizeOf(tally);
  const gone = goneIn(tally);
  const decided = size - undecidedIn(tally) - gone;
  const words = `${formatCount(decided)} of ${formatCount(size)} decided`;
  return gone === 0 ? words : `${words}, ${formatCount(gone)} ${goneWords(gone)}`;
}

function goneWords(count: number): string {
  return `no longer ${count === 1 ? "exists" : "exist"}`;
}

/** "4 of 30 (5–30%)"; "" before any decision on the random part. */
export function violationWords(tally: SampleTally): string {
  const { hits, of } = violationsIn(tally);
  const interval = wilsonInterval(hits, of);
  return interval === null
    ? ""
    : `${formatCount(hits)} of ${formatCount(of)} (${percentRange(interval, of)})`;
}

/** "40 findings: 4 violation, 36 as required". */
export function tallyWords(tally: SampleTally): string {
  const { random, risk } = tally;
  const outcomes: readonly SampleOutcome[] = ["violation", "fine", "waived", "unclear", "changed"];
  const counts = outcomes
    .map((outcome) => ({ outcome, count: random[outcome] + risk[outcome] }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${formatCount(count)} ${outcomeWords[outcome]}`);
  const gone = goneIn(tally);
  if (gone > 0) counts.push(`${formatCount(gone)} ${goneWords(gone)}`);
  const rate = violationWords(tally);
  const estimate = rate === "" ? "" : `; violations in the random part: ${rate}`;
  return `${formatCounted(sizeOf(tally), "finding")}: ${counts.join(", ")}${estimate}`;
}

/**
 * "Of 252 findings there, 180 given, 60 not given and 12 not evaluable, somebody judged 30 and nobody 222."
 * @param when `now`, or as it was signed off
 */
export function periodWords(
  { given, notGiven, notEvaluable, judged }: PeriodCounts,
  when: "now" | "then",
): string {
  const all = given + notGiven + notEvaluable;
  const now = when === "now" ? " now" : "";
  if (all === 0) return `There ${now === "" ? "were" : "are"} no findings there${now}.`;
  const left = all - judged;
  const counts = `${formatCount(given)} given, ${formatCount(notGiven)} not given and ${formatCount(notEvaluable)} not evaluable`;
  return `Of ${formatCounted(all, "finding")} there${now}, ${counts}, somebody judged ${formatCount(judged)} and nobody ${formatCount(left)}.`;
}

/**
 * The rules of drawn findings of which a later version was published: "Recording notice (drawn by version 2, the
 * latest is 3)"; "" if of none.
 * @param versions by rule its latest published version
 */
export function changedRulesWords(
  items: readonly Pick<SampledFinding, "rule" | "version">[],
  versions: ReadonlyMap<string, number>,
): string {
  const drawn = new Map(
    items.map(({ rule, version }) => [`${rule} ${String(version)}`, { rule, version }]),
  );
  return [...drawn.values()]
    .flatMap(({ rule, version }) => {
      const now = versions.get(rule);
      if (now === undefined || now <= version) return [];
      return [
        `${ruleName(rule)} (drawn by version ${String(version)}, the latest is ${String(now)})`,
      ];
    })
    .join(", ");
}

/** What the random part says of the findings that were not drawn. */
export function estimateWords(tally: SampleTally, population: number): string {
  const rate = violationWords(tally);
  const { undecided, withheld, changed, gone } = tally.random;
  const lost =
    gone === 0
      ? ""
      : ` ${formatCount(gone)} of ${formatCounted(countOf(tally.random), "finding")} of it ${goneWords(gone)} and ${gone === 1 ? "is" : "are"} left out of the estimate.`;
  const others =
    changed === 0
      ? ""
      : ` ${formatCounted(changed, "finding")} of it ${changed === 1 ? "was" : "were"} judged by a version of the rule that finds something else than the one that was drawn by, and ${changed === 1 ? "is" : "are"} not counted: draw another sample for that version.`;
  const blind =
    withheld === 0
      ? ""
      : ` ${formatCounted(withheld, "finding")} of it ${withheld === 1 ? "is" : "are"} decided and ${withheld === 1 ? "waits" : "wait"} for a second review, so ${withheld === 1 ? "it is" : "they are"} not counted yet.`;
  if (rate === "") {
    return `Nothing is estimated before a finding of the random part is decided.${others}${lost}${blind}`;
  }
  const open =
    undecided === 0
      ? ""
      : ` ${formatCounted(undecided, "finding")} of it ${undecided === 1 ? "has" : "have"} no decision yet, so this can change.`;
  return `Violations in the random part: ${rate}, which estimates all ${formatCount(population)}. The findings by risk are not in it.${others}${lost}${open}${blind}`;
}

/** How far two reviewers agree: "12 of 14 findings alike, κ 0.71 (0.40 – 1.00)"; "" where no second review was asked for. */
export function agreementWords(items: readonly SampledFinding[]): string {
  const asked = items.filter(({ isSecond }) => isSecond).length;
  if (asked === 0) return "";
  const pairs = secondPairs(items);
  const alike = pairs.filter(([first, second]) => first === second).length;
  const kappa = cohenKappa(pairs);
  const of = `Second review: ${formatCount(pairs.length)} of ${formatCounted(asked, "finding")} judged by two people`;
  if (pairs.length === 0) return `${of}.`;
  const chance =
    kappa === null
      ? "Cohen’s κ cannot be told, as both found one outcome only"
      : `Cohen’s κ ${formatScore(kappa.value)} (${formatInterval(kappa.interval, formatScore)}, n = ${formatCount(pairs.length)})`;
  return `${of}, ${formatCount(alike)} alike; ${chance}.`;
}

/**
 * Whether decisions or findings changed since a sign-off, as far as the viewer sees them.
 * @param latest the latest; undefined: nobody signed
 */
export function isChangedSince(latest: SignOff | undefined, tally: SampleTally): boolean {
  if (latest === undefined) return false;
  const { tally: signed } = latest;
  return sampleParts.some(
    (part) =>
      countOf(signed[part]) !== countOf(tally[part]) ||
      sampleOutcomes.some(
        (outcome) => outcome !== "withheld" && tally[part][outcome] > signed[part][outcome],
      ),
  );
}
