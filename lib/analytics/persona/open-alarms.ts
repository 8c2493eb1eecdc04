import type { Acknowledgement } from "@/lib/domain/settings/acknowledgement";
import type { Alarm } from "./alarm";
import type { ChannelDrift, DriftFigures } from "./drift-figures";

/** Acknowledgements, and the contract that baselines belong to. */
export type OpenAlarmFacts = {
  /** The latest first. */
  readonly acknowledgements: readonly Acknowledgement[];
  /** The version of the contract in force; null: none is. */
  readonly contract: number | null;
};

/** The members of a series needed for its alarm. */
export type AlarmedSeries = Pick<ChannelDrift, "channel" | "attribute"> & {
  readonly drift:
    | { readonly kind: "none" }
    | { readonly kind: "weekly" | "thin"; readonly alarm: Pick<Alarm, "outsideUs"> | null };
};

/** Chooses each series' first unacknowledged alarm, else its latest. */
export function openAlarms(figures: DriftFigures, facts: OpenAlarmFacts): DriftFigures {
  return withAlarms(figures, (each, alarms) => {
    return firstOpen(each, alarms, facts) ?? alarms.at(-1) ?? null;
  });
}

/** Chooses each series' first unacknowledged alarm; null where all are acknowledged. */
export function unacknowledgedAlarms(figures: DriftFigures, facts: OpenAlarmFacts): DriftFigures {
  return withAlarms(figures, (each, alarms) => firstOpen(each, alarms, facts) ?? null);
}

function withAlarms(
  figures: DriftFigures,
  choose: (series: ChannelDrift, alarms: readonly Alarm[]) => Alarm | null,
): DriftFigures {
  const series = figures.series.map((each): ChannelDrift => {
    const { drift } = each;
    if (drift.kind === "none") return each;
    return { ...each, drift: { ...drift, alarm: choose(each, drift.alarms) } };
  });
  return { ...figures, series };
}

function firstOpen(
  series: ChannelDrift,
  alarms: readonly Alarm[],
  facts: OpenAlarmFacts,
): Alarm | undefined {
  return alarms.find((alarm) => acknowledgementOf(series, alarm, facts) === undefined);
}

/** The acknowledgement of an alarm, if any. An alarm after the acknowledgement is another one. */
export function acknowledgementOf(
  { channel, attribute }: Pick<ChannelDrift, "channel" | "attribute">,
  { outsideUs }: Pick<Alarm, "outsideUs">,
  { acknowledgements, contract }: OpenAlarmFacts,
): Acknowledgement | undefined {
  return acknowledgements.find(
    (each) =>
      each.channel === channel &&
      each.attribute === attribute &&
      each.contract === contract &&
      each.atUs >= outsideUs,
  );
}
