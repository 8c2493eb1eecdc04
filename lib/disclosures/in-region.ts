import type { DisclosureRule } from "@/lib/domain/disclosures/rule";
import type { NotEvaluable } from "./judged";

const union = new Set(
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" "),
);
const synonyms = new Map([
  ["UK", "GB"],
  ["USA", "US"],
  ["EL", "GR"],
]);

/** Whether a rule is for a contact's region; null if it is. */
export function inRegion(
  { jurisdictions, ifRegionUnknown }: DisclosureRule,
  region: string | null,
): { readonly is: "not_required"; readonly because: string } | NotEvaluable | null {
  if (jurisdictions.includes("*")) return null;
  const place = placeOf(region);
  const isUnknown = place === null || jurisdictions.some((each) => each.startsWith(`${place}-`));
  if (place !== null && jurisdictions.some((each) => isWithin(place, each))) return null;
  if (!isUnknown) {
    return {
      is: "not_required",
      because: `The rule is for ${jurisdictions.join(", ")}; the contact's region is ${place}.`,
    };
  }
  return ifRegionUnknown === "applies"
    ? null
    : {
        is: "not_evaluable",
        because: "The contact's region is not known, and the rule is not for all.",
        unread: "region",
      };
}

/** "us-ca" is US-CA, "UK" is GB; null if nothing is said. */
function placeOf(region: string | null): string | null {
  const parts = (region ?? "")
    .trim()
    .toUpperCase()
    .split(/[-_/ ]+/);
  const [country = ""] = parts;
  if (country === "" || country === "UNKNOWN" || country === "GLOBAL") return null;
  return [synonyms.get(country) ?? country, ...parts.slice(1)].join("-");
}

function isWithin(place: string, jurisdiction: string): boolean {
  const [country = ""] = place.split("-");
  return (
    place === jurisdiction ||
    place.startsWith(`${jurisdiction}-`) ||
    (jurisdiction === "EU" && union.has(country))
  );
}
