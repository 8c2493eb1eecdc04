import { scaleOf } from "@/lib/analytics/charts/scale";
import type { PairedFigures } from "@/lib/domain/gate/verdict";
import { shareWords } from "@/lib/format/gate/rule-words";
import { percentTick } from "@/lib/format/share-words";
import type { GateRecord } from "@/lib/gate/record";
import type { ShareGauge } from "./releases-model";
import { verdictBadges } from "./verdict-words";

/** Draws the share of a verdict beside its bar. @returns null where nothing was scored */
export function prepareGauge({ verdict, input }: GateRecord): ShareGauge | null {
  const { share, paired, baseline } = verdict.figures;
  if (share === null) return null;
  const { minimum } = input.policy;
  const before = baseline === null || paired === null ? null : baselineShare(paired);
  const value = { at: 100 * share.value, words: shareWords(share.value) };
  const interval = [100 * share.interval[0], 100 * share.interval[1]] as const;
  const reference =
    minimum === null ? null : { at: 100 * minimum, words: `bar ${percentTick(minimum)}` };
  const [low, high] = share.interval.map(shareWords);
  const against =
    before === null || baseline === null
      ? null
      : { at: 100 * before, words: `${baseline.release} ${shareWords(before)}` };
  return {
    ...{ value, interval, baseline: against, tone: verdictBadges[verdict.verdict].tone },
    scale: scaleOf([{ value: value.at, interval, hollow: against?.at ?? null }], {
      ...{ least: 0, most: 100, reference, wordsOf: (at: number) => percentTick(at / 100) },
    }),
    label: [
      `${value.words} resolved, 95% interval ${low ?? ""} to ${high ?? ""}`,
      ...(reference === null ? [] : [reference.words]),
      ...(against === null ? [] : [against.words]),
    ].join("; "),
  };
}

function baselineShare(paired: PairedFigures): number {
  const { bothResolved, regressed, fixed, neitherResolved } = paired;
  const all = bothResolved + regressed.length + fixed.length + neitherResolved.length;
  return (bothResolved + regressed.length) / all;
}
