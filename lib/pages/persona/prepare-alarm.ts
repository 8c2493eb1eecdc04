import {
  acknowledgementOf,
  type AlarmedSeries,
  type OpenAlarmFacts,
} from "@/lib/analytics/persona/open-alarms";
import { formatInstant } from "@/lib/format/format";
import type { AlarmModel } from "./persona-model";
import { demoVisitor } from "./words/alarm";

/** Acknowledgements, and the contract of the page's baselines. */
export type AlarmFacts = OpenAlarmFacts & {
  /** Names of accounts by public id. */
  readonly names: ReadonlyMap<string, string>;
};

/**
 * Prepares a series' alarm with its acknowledgement. An alarm after the acknowledgement is another one.
 * @returns null: no alarm
 */
export function prepareAlarm(series: AlarmedSeries, facts: AlarmFacts): AlarmModel | null {
  const { channel, attribute, drift } = series;
  const { contract, names } = facts;
  if (drift.kind === "none" || drift.alarm === null) return null;
  const found = acknowledgementOf(series, drift.alarm, facts);
  const shared = { channel, attribute, contract };
  if (found === undefined) return { ...shared, acknowledged: null };
  const by = names.get(found.by) ?? demoVisitor;
  return {
    ...shared,
    acknowledged: { by: `${by}, ${formatInstant(found.atUs, "day")}`, note: found.note },
  };
}
