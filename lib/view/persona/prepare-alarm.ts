import type { Acknowledgement } from "@/lib/domain/acknowledgement";
import type { Alarm } from "@/lib/rollup/persona/alarm";
import type { ChannelDrift } from "@/lib/rollup/persona/drift-figures";
import { formatInstant } from "../format";
import type { AlarmModel } from "./persona-model";

/** What people said of alarms, and of which contract's baseline the page tells. */
export type AlarmFacts = {
  /** The latest first. */
  readonly acknowledgements: readonly Acknowledgement[];
  /** The version of the contract in force; null: none is. */
  readonly contract: number | null;
  /** Names of accounts by public id. */
  readonly names: ReadonlyMap<string, string>;
};

/** A series, as far as its alarm goes. */
type AlarmedSeries = Pick<ChannelDrift, "channel" | "attribute"> & {
  readonly drift:
    | { readonly kind: "none" }
    | { readonly kind: "weekly" | "thin"; readonly alarm: Pick<Alarm, "outsideUs"> | null };
};

/**
 * Prepares a series' alarm, with who acknowledged it. What went outside its limits after somebody said so
 * is another alarm.
 * @returns null where the series has none
 */
export function prepareAlarm(
  { channel, attribute, drift }: AlarmedSeries,
  { acknowledgements, contract, names }: AlarmFacts,
): AlarmModel | null {
  if (drift.kind === "none" || drift.alarm === null) return null;
  const { outsideUs } = drift.alarm;
  const found = acknowledgements.find(
    (each) =>
      each.channel === channel &&
      each.attribute === attribute &&
      each.contract === contract &&
      each.atUs >= outsideUs,
  );
  const shared = { channel, attribute, contract };
  if (found === undefined) return { ...shared, acknowledged: null };
  const by = names.get(found.by) ?? "a visitor of the demo";
  return {
    ...shared,
    acknowledged: { by: `${by}, ${formatInstant(found.atUs, "day")}`, note: found.note },
  };
}
