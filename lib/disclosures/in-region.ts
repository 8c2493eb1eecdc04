import type { DisclosureRule } from "@/lib/domain/disclosures/rule";
import type { NotEvaluable } from "./judged";
import { isWithin } from "./places/is-within";
import { nameOfPlace, type PlaceCode } from "./places/place-names";
import { readRegion } from "./places/read-region";

const shownMax = 40;

/**
 * Whether a rule is for a contact's region; null if it is. A region that is no place we know leaves a rule without an
 * answer: it never says that the rule is not required.
 */
export function inRegion(
  { jurisdictions, ifRegionUnknown }: DisclosureRule,
  region: string | null,
): { readonly is: "not_required"; readonly because: string } | NotEvaluable | null {
  if (jurisdictions.includes("*")) return null;
  const reading = readRegion(region);
  if (reading.kind === "unknown") {
    const shown = (region ?? "").trim().slice(0, shownMax);
    return notKnown(
      `The contact's region, “${shown}”, is no place that is known by ISO 3166: “US-CA”, “DE”, “EU”.`,
    );
  }
  const places = reading.kind === "unstated" ? [] : reading.places;
  const inAny = (place: PlaceCode) => jurisdictions.some((each) => isWithin(place, each));
  if (places.length > 0 && places.every(inAny)) return null;
  const mayBe = (place: PlaceCode) =>
    inAny(place) || jurisdictions.some((each) => isWithin(each, place));
  if (places.length > 0 && !places.some(mayBe)) {
    return {
      is: "not_required",
      because: `The rule is for ${jurisdictions.join(", ")}; the contact's region is ${places.map(described).join(" or ")}.`,
    };
  }
  return ifRegionUnknown === "applies"
    ? null
    : notKnown("The contact's region is not known, and the rule is not for all.");
}

function notKnown(because: string): NotEvaluable {
  return { is: "not_evaluable", because, unread: "region" };
}

function described(place: PlaceCode): string {
  return `${place} (${nameOfPlace(place)})`;
}
