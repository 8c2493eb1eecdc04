import type { PlaceCode } from "./place-names";

const union = new Set(
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" "),
);

/** Whether a place, or a rule's jurisdiction, lies within another. */
export function isWithin(place: PlaceCode, outer: PlaceCode): boolean {
  const [country = ""] = place.split("-");
  return place === outer || place.startsWith(`${outer}-`) || (outer === "EU" && union.has(country));
}
