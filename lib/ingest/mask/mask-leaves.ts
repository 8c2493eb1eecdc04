import type { AttributeValue } from "@/lib/domain/trace/span";
import type { KeyHint } from "./key-hint";
import { isRandom } from "./mask-rules";
import { isPartyKey } from "./setting-of";
import type { MaskedPiece, MaskedText, TextMasker } from "./text-masker";

/** Called for each masked piece with the path of its leaf: `.customer.phones[1]`. */
export type OnMasked = (piece: MaskedPiece, path: string) => void;

type Walk = { readonly masker: TextMasker; readonly onMasked: OnMasked };

const cardMin = 1e12;

/**
 * Masks a value leaf by leaf: strings, object keys, and numbers that a key makes personal or that are card numbers.
 * Everything below a secret's key is secret; `{name: "authorization", value: …}` is read as a pair.
 * @param key the name of the value
 * @returns the same value if nothing was personal
 */
export function maskLeaves(
  value: AttributeValue,
  key: string | undefined,
  masker: TextMasker,
  onMasked: OnMasked,
): AttributeValue {
  return maskAt(value, key, "", { masker, onMasked });
}

function maskAt(
  value: AttributeValue,
  key: string | undefined,
  path: string,
  walk: Walk,
): AttributeValue {
  if (typeof value === "string") return maskString(value, key, path, walk);
  if (typeof value === "number") return maskNumber(value, key, path, walk);
  if (value === null || typeof value === "boolean") return value;
  return isList(value) ? maskList(value, key, path, walk) : maskObject(value, key, path, walk);
}

function maskString(text: string, key: string | undefined, path: string, walk: Walk): string {
  const { text: masked, found } = walk.masker.mask(
    text,
    key === undefined ? undefined : { keyHint: key },
  );
  for (const piece of found) walk.onMasked(piece, path);
  return masked;
}

function maskNumber(
  value: number,
  key: string | undefined,
  path: string,
  walk: Walk,
): AttributeValue {
  const hint = key === undefined ? null : walk.masker.hintOf(key);
  const isPersonal = hint !== null && hint !== "version";
  if (!Number.isInteger(value) ? hint !== "ADDRESS" : !isPersonal && value < cardMin) return value;
  const text = String(value);
  const masked = maskString(text, key, path, walk);
  return masked === text ? value : masked;
}

function maskList(
  list: readonly AttributeValue[],
  key: string | undefined,
  path: string,
  walk: Walk,
): AttributeValue {
  let masked: AttributeValue[] | null = null;
  for (const [index, item] of list.entries()) {
    const before = list[index - 1];
    const isNamed = key !== undefined && walk.masker.hintOf(key) !== null;
    const name = !isNamed && isPair(before, item, walk.masker) ? before : key;
    const next = maskAt(item, name, `${path}[${index}]`, walk);
    if (next !== item) masked ??= [...list];
    if (masked !== null) masked[index] = next;
  }
  return masked ?? list;
}

/** `["authorization", "Bearer …"]`: headers as some clients log them. */
function isPair(
  name: AttributeValue | undefined,
  value: AttributeValue,
  masker: TextMasker,
): name is string {
  return (
    typeof name === "string" &&
    typeof value === "string" &&
    isSecretHint(masker.hintOf(name)) &&
    isRandom(value)
  );
}

/** `{"customer": {"name": …}}`: a bare "name" is read as the party's under whose key it stands. */
function maskObject(
  object: Readonly<Record<string, AttributeValue>>,
  key: string | undefined,
  path: string,
  walk: Walk,
): AttributeValue {
  const inherited = key !== undefined && isSecretHint(walk.masker.hintOf(key)) && !isSchema(object);
  const pairName = nameOfPair(object, walk.masker);
  const isPerson = describesPerson(object, walk.masker);
  const party = key !== undefined && isPartyKey(key) ? key : null;
  const isNamed = halvesOfName.some((halves) =>
    halves.every((half) => typeof object[half] === "string"),
  );
  let changed = false;
  const masked: [string, AttributeValue][] = [];
  for (const [name, item] of Object.entries(object)) {
    const shown = maskKey(name, path, walk);
    const isValue = pairName !== null && pairValueNames.has(name.toLowerCase());
    const next = maskAt(
      item,
      inherited
        ? key
        : isValue
          ? pairName
          : (isName(name) && (isPerson || isTitled(item))) ||
              (isNamed && halvesOfName.some((halves) => halves.includes(name)))
            ? "full_name"
            : (isName(name) && party) || name,
      `${path}.${shown}`,
      walk,
    );
    if (next !== item || shown !== name) changed = true;
    masked.push([shown, next]);
  }
  return changed ? objectOf(masked) : object;
}

function maskKey(name: string, path: string, walk: Walk): string {
  const { text, found } = maskPropertyName(name, walk.masker);
  for (const piece of found) walk.onMasked(piece, path);
  return text;
}

/** What a property name that is personal has: the sign of an address, or the digits of a number or an id. */
const mayBePersonal = /[@\d]|AKIA|ASIA/;

/** Masks the name of a property or attribute if it is an address, a number or an id; words name no person there. */
export function maskPropertyName(name: string, masker: TextMasker): MaskedText {
  return mayBePersonal.test(name) ? masker.mask(name) : { text: name, found: [] };
}

/** Keys that are a name's halves where an object has both. */
const halvesOfName = [
  ["first", "last"],
  ["fname", "lname"],
  ["given", "family"],
];

const pairNameNames = ["name", "key", "header", "field", "Name", "Key"];
const pairValueNames = new Set(["value", "values", "stringvalue", "val"]);

function nameOfPair(
  object: Readonly<Record<string, AttributeValue>>,
  masker: TextMasker,
): string | null {
  for (const field of pairNameNames) {
    const name = Object.hasOwn(object, field) ? object[field] : undefined;
    if (typeof name === "string" && name.length < 80 && masker.hintOf(name) !== null) return name;
  }
  return null;
}

/** `{"name": "mia li", "dob": …}`: fields that only persons have make a bare "name" a person's. */
function describesPerson(
  object: Readonly<Record<string, AttributeValue>>,
  masker: TextMasker,
): boolean {
  const keys = Object.keys(object);
  return (
    keys.some((key) => isName(key) && typeof object[key] === "string") &&
    keys.some((key) => personal.has(masker.hintOf(key)) || personField.test(key))
  );
}

const personal: ReadonlySet<KeyHint | null> = new Set(["BIRTH_DATE", "SSN"]);
const personField = /^(?:gender|sex|age|nationality|relationship|passport|passport_?number|seat)$/i;

/** "Dr. Morgan", also in quotes: a person under whatever name. */
function isTitled(value: AttributeValue): boolean {
  return typeof value === "string" && titled.test(value);
}

const titled = /^"?(?:Dr|Mr|Mrs|Ms|Prof)\.? \p{Lu}[\p{L}'’-]{1,20}(?: \p{Lu}[\p{L}'’-]{1,20})?"?$/u;

function isName(key: string): boolean {
  return key === "name" || key === "Name";
}

/**
 * `{"type": "string", "description": …}` under "password" describes a parameter and holds no
 * password.
 */
function isSchema(object: Readonly<Record<string, AttributeValue>>): boolean {
  const schemaTypes = ["string", "object", "number", "integer", "boolean", "array"];
  return Object.hasOwn(object, "type") && schemaTypes.some((type) => type === object.type);
}

function isSecretHint(hint: KeyHint | null): boolean {
  return hint === "KEY" || hint === "TOKEN";
}

/** Two keys that are spellings of one value stay two. */
function objectOf(entries: readonly (readonly [string, AttributeValue])[]): AttributeValue {
  const object = emptyObject();
  for (const [name, value] of entries) {
    let free = name;
    for (let count = 2; Object.hasOwn(object, free); count += 1) free = `${name}#${count}`;
    object[free] = value;
  }
  return object;
}

function emptyObject(): Record<string, AttributeValue> {
  // Object.create is typed `any`; an object created from null has no members.
  return Object.create(null) as Record<string, AttributeValue>;
}

function isList(
  value: readonly AttributeValue[] | Readonly<Record<string, AttributeValue>>,
): value is readonly AttributeValue[] {
  return Array.isArray(value);
}
