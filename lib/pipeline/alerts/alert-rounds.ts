import { readSequence } from "@/lib/store/cases/changed-since";
import { evaluateAlerts, type AlertContext } from "./evaluate-alerts";

/** Without a change of the data, windows and clocks move on: microseconds. */
const everyUs = 60_000_000;
/** Looking takes at most a tenth of the time. */
const restFactor = 9;

/**
 * Creates the rounds of looks at a workspace: one when its data changed, and one a minute.
 * @returns looks if it is time @param now the clock, microseconds since 1970
 */
export function createAlertRounds(context: AlertContext): (now: () => number) => Promise<boolean> {
  let sequence: number | null = null;
  let [nextUs, restUntilUs] = [0, 0];
  return async (now) => {
    const startUs = now();
    if (startUs < restUntilUs) return false;
    const current = await readSequence(context.db);
    if (current === sequence && startUs < nextUs) return false;
    await evaluateAlerts(context, now);
    sequence = current;
    nextUs = startUs + everyUs;
    restUntilUs = now() + restFactor * (now() - startUs);
    return true;
  };
}
