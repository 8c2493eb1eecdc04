import { bernoulliCusum } from "@/lib/stats/charts/bernoulli-cusum";
import { standardErrors } from "@/lib/stats/quantiles/normal-quantile";
import { chiSquareShare } from "@/lib/stats/special-functions";
import { noneAcknowledged, type Alarm, type Alarms } from "./alarm";
import { leastContacts, type Effect } from "./effect";
import type { Baseline } from "../prompts/series";

/** The chart of a channel with few contacts: one step per contact. */
export type ThinDrift = Alarms & {
  readonly kind: "thin";
  readonly baseline: Baseline;
  /** The share of contacts outside the contract that the chart takes as usual. */
  readonly usual: number;
  /** Of the baseline. */
  readonly baselineOff: number;
  readonly baselineCount: number;
  /** Since the baseline, in order. */
  readonly steps: readonly {
    readonly atUs: number;
    readonly isOff: boolean;
    readonly sum: number;
  }[];
  /** The sum at which it signals. */
  readonly limit: number;
  /** The change of that share; null where nothing followed the baseline. */
  readonly effect: Effect | null;
};

/** A contact in which an AI agent spoke, and one attribute of it. */
export type SpokenValue = {
  /** Microseconds since 1970. */
  readonly atUs: number;
  readonly value: number;
};

const limit = 4;
/** The change that the chart is tuned to detect: ten points more, as from 0.10 to 0.20. */
const step = 0.1;
const usualMin = 0.1;
/** The smallest change of a share that matters. */
export const leastShare = 0.03;

/**
 * A Bernoulli CUSUM of whether each contact is outside the contract, for channels with too few contacts for weeks. The
 * usual share is the baseline's plus one standard error, as it comes from few contacts; it is at least 0.10. It alarms
 * by the same three conditions as weeks do.
 * @param series of the channel from its baseline on, ascending
 * @param isOff whether a value is outside the contract
 */
export function thinDrift(
  series: readonly SpokenValue[],
  baseline: Baseline,
  isOff: (value: number) => boolean,
): ThinDrift {
  const before = series.filter(({ atUs }) => atUs < baseline.toUs);
  const later = series.filter(({ atUs }) => atUs >= baseline.toUs);
  const baselineOff = before.filter(({ value }) => isOff(value)).length;
  const baselineCount = before.length;
  const share = (baselineOff + 1) / (baselineCount + 2);
  const error = Math.sqrt((share * (1 - share)) / (baselineCount + 2));
  const usual = Math.min(0.8, Math.max(usualMin, share + error));
  const failed = later.map(({ value }) => isOff(value));
  const chart = bernoulliCusum(failed, { usual, feared: usual + step, limit });
  const steps = later.map(({ atUs }, at) => ({
    ...{ atUs, isOff: failed[at] === true, sum: chart[at]?.sum ?? 0 },
  }));
  const known = { share: baselineOff / Math.max(1, baselineCount), count: baselineCount };
  const effectAt = (count: number) => shareEffect(failed.slice(0, count), known, baseline.toUs);
  return {
    ...{ kind: "thin", baseline, usual, baselineOff, baselineCount, steps, limit },
    effect: effectAt(failed.length),
    ...noneAcknowledged(findAlarms(steps, effectAt)),
  };
}

/** The difference of two shares with a normal interval of adjusted shares (Agresti and Caffo 2000). */
function shareEffect(
  failed: readonly boolean[],
  known: { readonly share: number; readonly count: number },
  sinceUs: number,
): Effect | null {
  const count = failed.length;
  if (count === 0) return null;
  const off = failed.filter(Boolean).length;
  const variance = (hits: number, of: number) => {
    const drawn = (hits + 1) / (of + 2);
    return (drawn * (1 - drawn)) / (of + 2);
  };
  const value = off / count - known.share;
  const error = Math.sqrt(variance(off, count) + variance(known.share * known.count, known.count));
  const reach = standardErrors(0.95) * error;
  const chance = 1 - chiSquareShare((value / error) ** 2, 1);
  return { sinceUs, count, value, interval: [value - reach, value + reach], chance };
}

function findAlarms(
  steps: ThinDrift["steps"],
  effectAt: (count: number) => Effect | null,
): Alarm[] {
  const alarms: Alarm[] = [];
  let outsideUs: number | null = null;
  for (const [at, { atUs, sum }] of steps.entries()) {
    if (sum <= limit) {
      outsideUs = null;
      continue;
    }
    outsideUs ??= atUs;
    if (alarms.at(-1)?.outsideUs === outsideUs) continue;
    const effect = effectAt(at + 1);
    if (effect === null || effect.count < leastContacts || effect.value < leastShare) continue;
    alarms.push({ outsideUs, outsideToUs: outsideUs + 1, atUs, effect });
  }
  return alarms;
}
