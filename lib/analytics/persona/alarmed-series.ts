import { personaAttributeFacts } from "@/lib/domain/settings/persona-contract";
import { leastChange, type ChannelDrift, type DriftFigures } from "./drift-figures";
import { leastShare } from "./thin-drift";

/** A series with its alarm. */
export type Alarmed = ChannelDrift & {
  readonly drift: Exclude<ChannelDrift["drift"], { kind: "none" }>;
};

/** The series with an alarm: attributes on the scale of five first, then by size of the change. */
export function alarmedSeries({ series }: DriftFigures): readonly Alarmed[] {
  const isAlarmed = (each: ChannelDrift): each is Alarmed =>
    each.drift.kind !== "none" && each.drift.alarm !== null;
  return series
    .filter(isAlarmed)
    .sort((one, other) => rankOf(one) - rankOf(other) || sizeOf(other) - sizeOf(one));
}

function rankOf({ attribute, drift }: Alarmed): number {
  if (drift.kind === "thin") return 2;
  return personaAttributeFacts[attribute].most === 5 ? 0 : 1;
}

/** In multiples of the smallest relevant change. */
function sizeOf({ drift, attribute }: Alarmed): number {
  const value = Math.abs(drift.alarm?.effect.value ?? 0);
  return drift.kind === "thin" ? value / leastShare : value / leastChange[attribute];
}
