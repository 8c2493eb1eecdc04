import type { Acknowledgement } from "@/lib/domain/settings/acknowledgement";
import type { Alarm } from "@/lib/analytics/persona/alarm";
import type { ChannelDrift, DriftFigures } from "@/lib/analytics/persona/drift-figures";
import { formatInstant } from "@/lib/format/format";
import type { AlarmModel } from "./persona-model";

/** Acknowledgements, and the contract of the page's baselines. */
export type AlarmFacts = {
  /** The latest first. */
  readonly acknowledgements: readonly Acknowledgement[];
  /** The version of the contract in force; null: none is. */
  readonly contract: number | null;
  /** Names of accounts by public id. */
  readonly names: ReadonlyMap<string, string>;
};

/** The members of a series needed for its alarm. */
type AlarmedSeries = Pick<ChannelDrift, "channel" | "attribute"> & {
  readonly drift:
    | { readonly kind: "none" }
    | { readonly kind: "weekly" | "thin"; readonly alarm: Pick<Alarm, "outsideUs"> | null };
};

/** Chooses each series' first unacknowledged alarm, else its latest. */
export function openAlarms(figures: DriftFigures, facts: AlarmFacts): DriftFigures {
  const series = figures.series.map((each): ChannelDrift => {
    const { drift } = each;
    if (drift.kind === "none") return each;
    const open = drift.alarms.find((alarm) => acknowledgementOf(each, alarm, facts) === undefined);
    return { ...each, drift: { ...drift, alarm: open ?? drift.alarms.at(-1) ?? null } };
  });
  return { ...figures, series };
}

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
  const by = names.get(found.by) ?? "a visitor of the demo";
  return {
    ...shared,
    acknowledged: { by: `${by}, ${formatInstant(found.atUs, "day")}`, note: found.note },
  };
}

function acknowledgementOf(
  { channel, attribute }: Pick<ChannelDrift, "channel" | "attribute">,
  { outsideUs }: Pick<Alarm, "outsideUs">,
  { acknowledgements, contract }: AlarmFacts,
): Acknowledgement | undefined {
  return acknowledgements.find(
    (each) =>
      each.channel === channel &&
      each.attribute === attribute &&
      each.contract === contract &&
      each.atUs >= outsideUs,
  );
}
