import { matchesIn } from "@/lib/learning/each-match";
import { actionOfTool } from "@/lib/cases/words/actions";
import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import { findObjects } from "./issue-objects";

/** An order, a reservation, a ticket, an item, … by its number. */
export type NamedObject = {
  /** "order"; where nothing says what it is the number of, how it is written: "A9999999". */
  readonly kind: string;
  readonly value: string;
};

/** A tool call of a contact: the name of the tool and its arguments as JSON. */
export type ContactCall = { readonly name: string; readonly args: string };

/**
 * Numbers of what a request may be for or only mention, or that are new each month: to share one tells, to name another
 * does not.
 */
const lesserKinds = new Set(["flight", "item", "product", "invoice", "transaction"]);
/** Numbers of a person, of a means of payment, or of the call itself. */
const otherKinds =
  /^(user|customer|account|member|person|contact|agent|payment|card|call|request|session|trace|message|conversation)/;

const kindWord =
  "order|reservation|booking|confirmation|ticket|case|claim|policy|subscription|contract|line|device|appointment|shipment|parcel|tracking|invoice|transaction|flight|item|product";
const kindBefore = new RegExp(
  `\\b(${kindWord})s?[\\s-]{0,2}(?:id|number|no|code|reference)?s?\\b[^\\w<]{0,4}(?:is |are )?[^\\w<]{0,4}$`,
  "i",
);
const kindWindow = 40;
const objectsMax = 60;

/** The objects of a contact. */
export type ContactObjects = {
  /**
   * What it is about: what the customer names, and what a tool changed for them; of a kind of which there is none of
   * these, the only one that tools read.
   */
  readonly about: readonly NamedObject[];
  /** All others that tools read: a search. */
  readonly searched: readonly NamedObject[];
};

/** Finds the objects that a contact is about. */
export function findNamedObjects(
  texts: readonly string[],
  calls: readonly ContactCall[],
): ContactObjects {
  const isWrite = ({ name }: ContactCall) => actionOfTool(name) !== null;
  const written = calls.filter(isWrite).flatMap(argumentsOf);
  const read = calls.filter((call) => !isWrite(call)).flatMap(argumentsOf);
  const known = byValue(distinct([...read, ...written]));
  const named = distinct([...texts.flatMap((text) => namedIn(text, known)), ...written]);
  const kinds = new Set(named.map(({ kind }) => kind));
  const searched = distinct(read);
  const alone = searched.filter(
    ({ kind }) => !kinds.has(kind) && searched.filter((each) => each.kind === kind).length === 1,
  );
  return {
    about: [...named, ...alone].slice(0, objectsMax),
    searched: searched.slice(0, objectsMax),
  };
}

function byValue(objects: readonly NamedObject[]): ReadonlyMap<string, readonly NamedObject[]> {
  const found = new Map<string, NamedObject[]>();
  for (const object of objects)
    found.set(object.value, [...(found.get(object.value) ?? []), object]);
  return found;
}

function namedIn(
  text: string,
  known: ReadonlyMap<string, readonly NamedObject[]>,
): readonly NamedObject[] {
  const plain = text.replaceAll(maskedPattern, " ");
  const values = new Set([...findObjects([plain]), ...wordsAmong(plain, known)]);
  return [...values].flatMap((value) => {
    const objects = known.get(value);
    if (objects !== undefined) return objects;
    const kind = kindIn(plain, value);
    if (kind === null && measure.test(value)) return [];
    return [{ kind: kind ?? shapeOf(value), value }];
  });
}

/** "128GB" */
const measure = /^\d+[A-Z]{1,3}$/;

function shapeOf(value: string): string {
  return value.replaceAll(/\d/g, "9").replaceAll(/[A-Z]/g, "A");
}

/** Numbers without a digit, such as "IFOYYZ", are known by the calls alone. */
function wordsAmong(
  text: string,
  known: ReadonlyMap<string, readonly NamedObject[]>,
): readonly string[] {
  return [...matchesIn(/[A-Za-z0-9-]{4,20}/g, text)]
    .map(([word]) => word)
    .filter((word) => known.has(word));
}

function kindIn(text: string, value: string): string | null {
  const at = text.indexOf(value);
  const before = text.slice(Math.max(0, at - kindWindow), at).replace(/#$/, "");
  return kindOf(kindBefore.exec(before)?.[1] ?? "");
}

function kindOf(word: string): string | null {
  const kind = word.toLowerCase();
  if (kind === "") return null;
  return kind === "booking" || kind === "confirmation" ? "reservation" : kind;
}

const argument = new RegExp(
  `"(?:(\\w{1,40}?)_?(?:(?<=_)ids?|I[dD]s?)|(${kindWord})_?(?:[nN]umber|[cC]ode|[rR]eference)s?)"\\s*:\\s*(\\[[^\\]]{0,2000}\\]|"[^"]{0,80}"|\\d{4,20})`,
  "g",
);
/** "W2378156", "IFOYYZ", "4545791457"; no plain words. */
const argumentValue = /(?<![\w-])(?:(?=[A-Za-z-]{0,40}\d)[A-Za-z\d-]{4,40}|[A-Z]{5,12})(?![\w-])/g;

function argumentsOf({ args }: ContactCall): readonly NamedObject[] {
  return [...matchesIn(argument, args)].flatMap(([, id, number, values = ""]) => {
    const kind = kindOf((id ?? number ?? "").replace(/_$/, ""));
    if (kind === null || kind.startsWith("new") || otherKinds.test(kind)) return [];
    const plain = values.replaceAll(maskedPattern, " ");
    return [...matchesIn(argumentValue, plain)].map(([value]) => ({ kind, value }));
  });
}

function distinct(objects: readonly NamedObject[]): readonly NamedObject[] {
  return [...new Map(objects.map((object) => [`${object.kind} ${object.value}`, object])).values()];
}

/**
 * Whether two contacts are about the same object; null where they name none that can be compared. Of two orders, two
 * reservations and the like the number decides, also where the one was not among those searched in the other.
 */
export function shareObject(one: ContactObjects, other: ContactObjects): boolean | null {
  const [mine, theirs] = [one.about.filter(isMain), other.about.filter(isMain)];
  if (shareValue(mine, theirs)) return true;
  if (areOthers(mine, theirs) || isNotAmong(mine, other) || isNotAmong(theirs, one)) return false;
  return shareValue(one.about, other.about) ? true : null;
}

function isNotAmong(named: readonly NamedObject[], { about, searched }: ContactObjects): boolean {
  return areOthers(named, [...about, ...searched]);
}

function isMain({ kind }: NamedObject): boolean {
  return !lesserKinds.has(kind);
}

/** True if both hold objects of one kind, and none of the same. */
function areOthers(one: readonly NamedObject[], other: readonly NamedObject[]): boolean {
  const kinds = new Set(one.map(({ kind }) => kind));
  return other.some(({ kind }) => kinds.has(kind)) && !shareValue(one, other);
}

function shareValue(one: readonly NamedObject[], other: readonly NamedObject[]): boolean {
  const values = new Set(one.map(({ value }) => value));
  return other.some(({ value }) => values.has(value));
}
