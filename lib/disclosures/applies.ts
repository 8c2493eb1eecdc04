import { speakerOf, type DisclosedContact } from "./contact";
import { findEvent, type FoundEvent } from "./find-events";
import type { DisclosureRule, RuleCondition } from "./rule";

/** Whether a rule applies to a contact. */
export type Applies =
  | { readonly is: "required"; readonly event: Extract<FoundEvent, { is: "found" }> | null }
  | { readonly is: "not_required" | "not_evaluable"; readonly because: string };

/** Decides by channel, date, region and trigger, what is certain before what is not known. */
export function appliesTo(rule: DisclosureRule, contact: DisclosedContact): Applies {
  const { channel } = contact.interaction;
  if (channel !== "unknown" && !rule.channels.some((each) => each === channel)) {
    return { is: "not_required", because: "The rule is not for this channel." };
  }
  const checks = [
    inForce(rule, contact.startUs),
    inRegion(rule, contact.region),
    ...rule.trigger.conditions.map((condition) => holds[condition](contact)),
  ];
  const not = checks.find((check) => check?.is === "not_required");
  if (not !== undefined && not !== null) return not;
  const event = rule.trigger.event === null ? null : findEvent(rule.trigger.event, contact);
  // Words that were removed could have held the event.
  if (event?.is === "absent" && contact.interaction.strippedCount === 0) {
    return { is: "not_required", because: event.because };
  }
  const unknown = checks.find((check) => check?.is === "not_evaluable");
  if (unknown !== undefined && unknown !== null) return unknown;
  if (channel === "unknown") {
    return { is: "not_evaluable", because: "The contact's channel is not known." };
  }
  if (event === null || event.is === "found") return { is: "required", event };
  return {
    is: "not_evaluable",
    because:
      event.is === "absent"
        ? "Words of this contact were removed before they reached us."
        : event.because,
  };
}

type Check = Exclude<Applies, { is: "required" }> | null;

function inForce({ effectiveFrom, effectiveTo }: DisclosureRule, startUs: number | null): Check {
  if (effectiveFrom === null && effectiveTo === null) return null;
  if (startUs === null) {
    return { is: "not_evaluable", because: "The contact's time is not known." };
  }
  const day = new Date(startUs / 1000).toISOString().slice(0, 10);
  if (effectiveFrom !== null && day < effectiveFrom) {
    return {
      is: "not_required",
      because: `The rule is in force from ${effectiveFrom}; the contact was on ${day}.`,
    };
  }
  return effectiveTo !== null && day >= effectiveTo
    ? {
        is: "not_required",
        because: `The rule was in force until ${effectiveTo}; the contact was on ${day}.`,
      }
    : null;
}

const union = new Set(
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" "),
);
const synonyms = new Map([
  ["UK", "GB"],
  ["USA", "US"],
  ["EL", "GR"],
]);

function inRegion(
  { jurisdictions, ifRegionUnknown }: DisclosureRule,
  region: string | null,
): Check {
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

const holds: Readonly<Record<RuleCondition, (contact: DisclosedContact) => Check>> = {
  ai_agent: ({ interaction, messages }) => {
    const said = messages.map(speakerOf);
    if (interaction.agentKinds.includes("ai") || said.includes("ai")) return null;
    return said.includes("agent")
      ? { is: "not_evaluable", because: "The traces do not say whether an AI or a person spoke." }
      : { is: "not_required", because: "No AI spoke in this contact." };
  },
  customer_took_part: ({ interaction }) =>
    interaction.isTouchpoint
      ? null
      : { is: "not_required", because: "The customer took no part in this contact." },
  agent_began: ({ interaction, messages }) => {
    const [first] = messages.map(speakerOf).filter((each) => each !== null);
    const isCustomers = interaction.initiator === "customer" || first === "customer";
    if (!isCustomers) return null;
    return interaction.strippedCount > 0
      ? {
          is: "not_evaluable",
          because: "Words of this contact were removed before they reached us.",
        }
      : { is: "not_required", because: "The customer wrote first." };
  },
};
