/**
 * Words in a key that make its value somebody's: "driver_name", "customer.city". Also fields that only a description
 * of a person has.
 */
const personWords = words(
  "customer user driver doctor dr guest host patient renter agent employee owner contact author passenger passengers " +
    "traveller traveler member holder cardholder recipient sender manager staff nurse dentist teacher student child " +
    "spouse friend first last full middle given family surname nick nickname maiden emergency beneficiary payee " +
    "representative technician assignee assigned reporter person people client caller subscriber tenant landlord " +
    "firstname lastname fullname username dob birth birthday gender ssn specialty profile billing shipping",
);
const personFields = words(
  "first_name last_name full_name firstname lastname fullname given_name family_name surname dob date_of_birth " +
    "birth_date birthday gender ssn patient_id customer_id user_id employee_id username specialty",
);

/** Words at the end of a key, or before "name" and "title", whose value is a place, venue, product or brand. */
const thingWords = words(
  "place location city town state province country region neighborhood neighbourhood district area venue hotel motel " +
    "inn resort restaurant cafe bar shop store branch station stop airport terminal port origin destination departure " +
    "arrival apartment building property park museum hospital clinic school university attraction landmark poi pois " +
    "product item model brand make maker manufacturer series vendor merchant supplier provider airline carrier company " +
    "organization organisation operator service plan package category cuisine food dish meal language genre weather condition forecast color " +
    "colour material movie film show song album game event team bank theater theatre market device app",
);
/** Fields beside a bare "name" that only a thing has. */
const thingFields =
  /^(?:price|cost|stars|rating|averagerating|cuisine|food|location|brand|model|category|sku|stock|variants|options|product_?id|item_?id|rooms?|num_?rooms|capacity|amenities|floor_?square_?meters|max_?party_?size|takes_?reservations|does_?delivery|has_?\w+|opening_?hours|open_?time_?hour|check_?in|check_?out|available|availability)$/i;
const nameWords = words("name title label");
/** "Dr. Morgan" under "name" is a person. */
const titled = /^(?:dr|mr|mrs|ms|miss|prof|professor|doctor)\b\.?\s/i;
const plainValue = /^(?=.{3,60}$)(?=.*\p{L}{2})[^<>@{}[\]\n]+$/u;
const isMaskedName = /^<PERSON:[0-9a-f]{16}>$/;
const wordsMost = 6;
const depthMost = 12;

/** The names in a tool's results, by what they name. */
export type NamedInResults = {
  /** Places, venues, products and brands. */
  readonly things: Set<string>;
  /** Words of what stands under a person's key, in lower case. */
  readonly persons: Set<string>;
  /** Pseudonyms that stand under a person's key. */
  readonly masked: Set<string>;
};

/** Creates the sets that `collectNamed` fills. */
export function createNamed(): NamedInResults {
  return { things: new Set(), persons: new Set(), masked: new Set() };
}

/** Adds the names in one tool's result; text that is not JSON has none. */
export function collectNamed(result: string, named: NamedInResults): void {
  if (!/^\s*[[{]/.test(result)) return;
  let value: unknown;
  try {
    value = JSON.parse(result);
  } catch {
    return;
  }
  visit(value, false, false, named, 0);
}

/**
 * @param isPersons whether the nearest key makes the value somebody's
 * @param isThing whether that key or the fields beside it make the value a thing's name
 */
function visit(
  value: unknown,
  isPersons: boolean,
  isThing: boolean,
  named: NamedInResults,
  depth: number,
): void {
  if (depth > depthMost) return;
  if (typeof value === "string") {
    if (isPersons || titled.test(value)) {
      if (isMaskedName.test(value)) named.masked.add(value.slice(-17, -1));
      else for (const word of wordsIn(value)) named.persons.add(word);
    } else if (isThing && plainValue.test(value) && wordsIn(value).length <= wordsMost) {
      named.things.add(value.trim());
    }
    return;
  }
  if (Array.isArray(value)) {
    for (const item of value) visit(item, isPersons, isThing, named, depth + 1);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const entries = Object.entries(value).map(([name, item]: [string, unknown]) => ({
    item,
    key: keyFactsOf(name),
  }));
  const isPerson = isPersons || entries.some(({ key }) => key.isPersonField);
  const hasThingField = entries.some(({ key }) => key.isThingField);
  for (const { item, key } of entries) {
    const names = key.isThing ?? (hasThingField || isThing);
    const isPersonal = isPerson && key.isNameKey;
    visit(item, key.isPersons || isPersonal, names && !isPerson, named, depth + 1);
  }
}

/** What the name of a property tells of its value and of what stands beside it. */
type KeyFacts = {
  readonly isPersons: boolean;
  readonly isPersonField: boolean;
  readonly isThingField: boolean;
  /** Ends with "name" and the like. */
  readonly isNameKey: boolean;
  /** null for a bare "name", which the fields beside it decide. */
  readonly isThing: boolean | null;
};

const knownKeys = new Map<string, KeyFacts>();
/** With more names of properties than these all are forgotten. */
const knownKeysMost = 20_000;

/** Memoised: the same few names stand in every result. */
function keyFactsOf(name: string): KeyFacts {
  let facts = knownKeys.get(name);
  if (facts === undefined) {
    facts = readKey(name);
    if (knownKeys.size >= knownKeysMost) knownKeys.clear();
    knownKeys.set(name, facts);
  }
  return facts;
}

function readKey(name: string): KeyFacts {
  const own = splitKey(name);
  const last = own.at(-1) ?? "";
  const isNameKey = nameWords.has(last);
  const noun = isNameKey ? own.at(-2) : last;
  return {
    isPersons: own.some((word) => personWords.has(word)),
    isPersonField: personFields.has(own.join("_")),
    isThingField: thingFields.test(name),
    isNameKey,
    isThing: noun === undefined ? null : thingWords.has(noun),
  };
}

/** The words of a text in lower case. */
export function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

function splitKey(key: string): readonly string[] {
  return key
    .slice(-80)
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
