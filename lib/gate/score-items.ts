import type { JudgedItem } from "@/lib/domain/gate/judged-cohort";
import type { Channel } from "@/lib/domain/trace/channel";
import type { Run, RunOutcome } from "@/lib/domain/gate/run";
import type { RunFigures, Unscored } from "@/lib/domain/gate/verdict";
import { groupBy } from "@/lib/format/group-by";

/** From this score on an item is resolved. */
export const resolvedFrom = 0.5;

/** One item's result in a run. */
export type ItemResult = {
  readonly item: JudgedItem;
  /** By majority of its repeats; null: not scored, and `why` says why. */
  readonly resolved: boolean | null;
  readonly why: string;
  /** Whether its scored repeats disagree; null if fewer than two were scored. */
  readonly isFlipped: boolean | null;
  readonly critical: readonly string[];
};

export type ScoredRun = {
  /** In the cohort's order. */
  readonly results: readonly ItemResult[];
  readonly figures: Omit<RunFigures, "unscoredInScope">;
};

/** Whether a case goes over more than one channel. An unknown channel is none. */
export function isCrossChannel({ channels }: { readonly channels: readonly Channel[] }): boolean {
  return new Set(channels.filter((channel) => channel !== "unknown")).size > 1;
}

/** Scores each item of a cohort by one evaluator: the majority of its repeats. */
export function scoreItems(
  items: readonly JudgedItem[],
  { release, cohort, outcomes }: Run,
  metric: string,
  sha256: string,
): ScoredRun {
  const isOfMetric = ({ evaluator }: RunOutcome) => evaluator === metric || evaluator === null;
  const ofMetric = outcomes.filter(isOfMetric);
  const repeats = Math.max(1, new Set(ofMetric.map(({ repeat }) => repeat)).size);
  const byItem = groupBy(outcomes, ({ item }) => item);
  const results = items.map((item): ItemResult => {
    const own = byItem.get(item.id) ?? [];
    const failures = own.flatMap((each) => each.critical);
    return {
      item,
      ...resultOf(item, own.filter(isOfMetric), repeats),
      ...(own.length > 0 && !own.some(isOfMetric) && { why: `not scored by ${metric}` }),
      critical: failures.length === 0 ? failures : [...new Set(failures)].sort(),
    };
  });
  const known = new Set(items.map(({ id }) => id));
  const versions = new Set(
    ofMetric.flatMap(({ score, version }) => (score === null ? [] : [version ?? "no version"])),
  );
  const flips = results.flatMap(({ isFlipped }) => (isFlipped === null ? [] : [isFlipped]));
  const figures = {
    ...{ release, sha256, cohort, repeats },
    scoredBy: [...versions].sort().map((version) => `${metric} ${version}`),
    flips: flips.length === 0 ? null : { hits: flips.filter(Boolean).length, of: flips.length },
    unscored: results.flatMap(({ item, resolved, why }): Unscored[] =>
      resolved === null ? [{ item: item.id, why }] : [],
    ),
    strangers: [...byItem.keys()].filter((id) => !known.has(id)).sort(),
  };
  return { results, figures };
}

function resultOf(
  item: JudgedItem,
  outcomes: readonly RunOutcome[],
  repeats: number,
): Pick<ItemResult, "resolved" | "why" | "isFlipped"> {
  const read = outcomes
    .toSorted((a, b) => a.repeat - b.repeat)
    .map((outcome) => readOutcome(item, outcome));
  const scored = read.flatMap(({ isResolved }) => (isResolved === null ? [] : [isResolved]));
  const yes = scored.filter(Boolean).length;
  const no = scored.length - yes;
  const isFlipped = scored.length < 2 ? null : yes > 0 && no > 0;
  const majority = Math.floor(repeats / 2) + 1;
  if (yes >= majority || no >= majority) return { resolved: yes >= majority, why: "", isFlipped };
  if (read.length === 0) return { resolved: null, why: "not in the run", isFlipped };
  const why = read.map((each) => each.why).find((each) => each !== "");
  if (repeats === 1) return { resolved: null, why: why ?? "", isFlipped };
  const counted = `${String(scored.length)} of ${String(repeats)} repeats scored, without a majority`;
  return { resolved: null, why: why === undefined ? counted : `${counted}: ${why}`, isFlipped };
}

function readOutcome(
  { channels }: JudgedItem,
  { score, error, channels: replayed }: RunOutcome,
): { readonly isResolved: boolean | null; readonly why: string } {
  if (score === null) return { isResolved: null, why: error ?? "not scored" };
  const missing = channels.filter(
    (channel) => channel !== "unknown" && replayed?.includes(channel) === false,
  );
  if (missing.length > 0) {
    return { isResolved: null, why: `not replayed on ${missing.join(", ")}` };
  }
  return { isResolved: score >= resolvedFrom, why: "" };
}
