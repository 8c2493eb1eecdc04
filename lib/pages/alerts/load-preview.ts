import "server-only";
import { setImmediate as letOthersRun } from "node:timers/promises";
import type { AlertReading } from "@/lib/analytics/alerts/alert-reading";
import { forgetPastTable } from "@/lib/analytics/load/case-table";
import { readDisplayZone } from "@/lib/analytics/load/display-zone";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import { termsOf, type AlertRule } from "@/lib/domain/alerts/alert-rule";
import { replayAlert, type PastLook } from "@/lib/domain/alerts/replay-alert";
import { dayUs } from "@/lib/stats/time/zoned-time";
import { loadObservation } from "./load-observation";
import { previewWords } from "./prepare-preview";

/** Days that are looked back. */
const daysBack = 90;
/** All findings take longer than a figure: they are looked at once a week. */
const stepDays = { metric: 1, finding: 7 } as const;

/**
 * What a rule would have said in the last 90 days, looked at once a day, with clocks and outcomes as they were then.
 * @param nowUs now, microseconds since 1970
 * @returns sentences
 */
export async function loadAlertPreview(
  seen: SeenWorkspace,
  rule: AlertRule,
  nowUs: number,
): Promise<readonly string[]> {
  const reader = await readerOrEmpty(seen.path);
  const looks: PastLook[] = [];
  const step = stepDays[rule.watch.kind];
  let reading: AlertReading | null = null;
  for (let back = daysBack - (daysBack % step); back >= 0; back -= step) {
    const atUs = nowUs - back * dayUs;
    const seenThen = await loadObservation(seen, rule, atUs);
    if (seenThen === null) break;
    ({ reading } = seenThen);
    looks.push({ verdict: seenThen.verdict, atUs });
    await letOthersRun();
  }
  forgetPastTable(reader);
  const firings = replayAlert(termsOf(rule), looks);
  return previewWords(rule, { looks, firings, reading, zone: await readDisplayZone(reader) });
}
