import {
  isCritical,
  personalPlaces,
  type LeakedValues,
  type PersonalPlace,
} from "./personal-values";
import { piiTypes, type PiiType } from "./pseudonym";

type Counted = readonly [one: string, several: string];

/** A type of personal data, of one and of several. */
export const typeWords: Readonly<Record<PiiType, Counted>> = {
  CARD: ["card number", "card numbers"],
  SSN: ["social security number", "social security numbers"],
  KEY: ["password, PIN or key", "passwords, PINs or keys"],
  TOKEN: ["access token", "access tokens"],
  IBAN: ["IBAN", "IBANs"],
  ACCOUNT: ["account number", "account numbers"],
  EMAIL: ["email address", "email addresses"],
  PHONE: ["phone number", "phone numbers"],
  IP: ["IP address", "IP addresses"],
  PERSON: ["name", "names"],
  ADDRESS: ["postal address", "postal addresses"],
  BIRTH_DATE: ["birth date", "birth dates"],
  SPECIAL: ["health condition or belief", "health conditions or beliefs"],
};

/** After "in": "customer messages". */
export const placeWords: Readonly<Record<PersonalPlace, string>> = {
  "customer-message": "customer messages",
  "agent-message": "agent messages",
  instructions: "instructions to the model",
  "tool-arguments": "a tool's arguments",
  "tool-result": "a tool's results",
  passage: "retrieved passages",
  "step-text": "what a step took or gave",
  url: "URLs",
  error: "error messages",
  attribute: "attributes",
  name: "span names",
};

/**
 * Leaked values by type and place, critical ones first: "1 card number in a tool's arguments; 2 phone numbers and 1
 * name in customer messages".
 */
export function leakWords(leaked: readonly LeakedValues[]): string {
  const groups = sumLeaks(leaked);
  const places = [...new Set(groups.map(({ place }) => place))];
  return places
    .map((place) => {
      const here = groups.filter((each) => each.place === place);
      return `${joinWords(here.map(typeCount))} in ${placeWords[place]}`;
    })
    .join("; ");
}

/** "2 values arrived readable, 1 of them critical: 1 card number in a tool's arguments; 1 name in URLs" */
export function describeLeaks(leaked: readonly LeakedValues[]): string {
  const count = countLeaks(leaked);
  const critical = countLeaks(leaked.filter(({ type }) => isCritical(type)));
  const ofThem = critical === 0 ? "" : `, ${String(critical)} of them critical`;
  const values = count === 1 ? "value" : "values";
  return `${String(count)} ${values} arrived readable${ofThem}: ${leakWords(leaked)}`;
}

/** Total number of values. */
export function countLeaks(leaked: readonly LeakedValues[]): number {
  return leaked.reduce((sum, { count }) => sum + count, 0);
}

/** One entry per type and place: critical ones first, then in the order of places and types. */
export function sumLeaks(leaked: readonly LeakedValues[]): readonly LeakedValues[] {
  const sums = new Map<string, LeakedValues>();
  for (const { place, type, count } of leaked) {
    const key = `${place} ${type}`;
    sums.set(key, { place, type, count: count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums.values()].toSorted((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ place, type }: LeakedValues): number {
  const rank = personalPlaces.indexOf(place) * piiTypes.length + piiTypes.indexOf(type);
  return isCritical(type) ? rank - personalPlaces.length * piiTypes.length : rank;
}

function typeCount({ type, count }: LeakedValues): string {
  return `${String(count)} ${typeWords[type][count === 1 ? 0 : 1]}`;
}

function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
