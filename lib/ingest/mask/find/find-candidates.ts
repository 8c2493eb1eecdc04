import type { PiiType } from "@/lib/domain/privacy/pseudonym";
import { decodeEscapes } from "../decode-escapes";
import { eachMatch } from "@/lib/learning/each-match";
import { findAnswered } from "./find-answered";
import { findBirths } from "./find-births";
import { findCards } from "./find-cards";
import { findNamed } from "./find-named";
import { findNumbers, normaliseNumber, normaliseWords } from "./find-numbers";
import { findSecrets, isSecret } from "./find-secrets";
import { findSpelled } from "./find-spelled";
import { findSpoken } from "./find-spoken";
import type { KeyHint } from "../key-hint";
import { maskRules, type MaskRule } from "../mask-rules";
import { numberContexts, type NumberContext } from "../read-context";
import { readIban } from "../numbers/read-iban";
import { scanText, type TextTraits } from "../scan-text";
import { requests } from "../tagger/cues";
import type { Candidate } from "../text-masker";

const escapeDepth = 3;
const ibanHead = /(?<![A-Za-z0-9])[A-Za-z]{2} ?\d{2}(?=[ \u00A0-]?[A-Za-z0-9])/g;
/** Pseudonyms and redactions, and UUIDs, which are ids whatever their digits. */
const untouchable =
  /<[A-Z][A-Z_ ]{1,40}(?::[0-9a-f]{16})?>|\[[A-Z_ ]{0,20}(?:REDACTED|MASKED|FILTERED)[A-Z_ ]{0,20}\]|(?<!_)_*REDACTED_*|\*{3,}|[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}(?![0-9A-Fa-f])/g;

export type TextReading = {
  /** Hint of the key, or null. */
  readonly hint: KeyHint | null;
  /** What the message before it asks for, as bits of `requests`. */
  readonly requested: number;
  /** The tagger: finds what only the word sequence shows, given earlier findings. */
  readonly tag: (text: string, known: readonly Candidate[]) => readonly Candidate[];
};

/**
 * Finds the personal data in a text by shape, context words, key and tagger.
 * @returns ordered, non-overlapping stretches outside existing pseudonyms
 */
export function findCandidates(text: string, reading: TextReading): readonly Candidate[] {
  const found = collect(text, reading, 0);
  return found.length === 0 ? found : merge(touchable(text, found));
}

function touchable(text: string, found: readonly Candidate[]): Candidate[] {
  const taken = [...text.matchAll(untouchable)];
  const goods = mayBeGoods.test(text) ? [...text.matchAll(goodsNumber)] : [];
  return found.filter(
    (candidate) =>
      !isUntouchable(text, candidate, taken) &&
      !isNobodys(text, candidate) &&
      !(readAsGoods.has(candidate.type) && isIn(candidate, goods)),
  );
}

/** A property's name before its value is no person, a version no address, and the start of an answer no street. */
function isNobodys(text: string, { type, start, end }: Candidate): boolean {
  const isNamed = type === "PERSON" || type === "ADDRESS";
  if (isNamed && /^=[^=\s]/.test(text.slice(end, end + 2))) return true;
  if (type === "IP")
    return (
      /^\d/.test(text.charAt(start)) && isVersion.test(text.slice(Math.max(0, start - 60), start))
    );
  return (
    type === "ADDRESS" &&
    [httpStatus, measured, addressLabel].some((nobodys) => nobodys.test(text.slice(start, end)))
  );
}

/** "Address2: Suite 960": the label of a part. */
const addressLabel = /^address(?: ?(?:line )?\d)?$/i;
const isVersion =
  /(?:version|firmware|driver|release|build|patch|upgrad(?:e|ed|ing)|updat(?:e|ed|ing))(?:(?!\b(?:ip|address|host|server)\b)[^\n;!?]){0,30}$/i;
/** "Heating 500 litres", "FY 2024-25" */
const measured =
  /^(?:\p{L}+ )?\d[\d.,]* ?(?:litres?|liters?|l|kg|g|km|m|cm|mm|kwh|kw|gb|mb|tb|mbps|s|secs?|seconds|mins?|minutes|hours?|days?|%)(?!\p{L})|^(?:FY )?20\d\d-\d\d$/iu;
const httpStatus =
  /^[1-5]\d\d (?:OK|Created|Accepted|Bad (?:Request|Gateway)|Unauthorized|Forbidden|Not Found|Gateway Time-?out|Internal Server|Service Unavailable|Conflict|Gone|Too Many)/i;

/** What digits that nothing announces are taken for. */
const readAsGoods: ReadonlySet<PiiType> = new Set(["PHONE", "ACCOUNT", "ADDRESS"]);
/** Numbers of goods, parcels and returns by their label or, a carrier's, by their form. */
const goodsNumber =
  /(?<![\p{L}\p{N}])(?:(?:[Oo]rder|[Tt]racking|[Ii]nvoice|[Tt]icket|[Pp]arcel|[Bb]estellung|[Cc]ommande|[Pp]edido|[Oo]rdine|[Ee]ncomenda|[Bb]estelling|[Pp]art|[Ss]pare \p{L}{2,12}|[Ff]ilter|[Cc]artridge|[Aa]rticle) #?(?!\d{3}-\d{3}-\d{4}(?!\d)|0\d{2,4}-\d{5})(?=[A-Z]{0,3}-?\d)[\dA-Z]{1,12}(?:-[\dA-Z]{1,12}){1,5}|(?:RMA|SKU|EAN|GTIN|ASIN|ISBN|UPC|MPN|PN|P\/N)(?: (?:no|number)\.?)?[:#. ]{1,2}[\dA-Z][\dA-Z-]{0,20}(?: \d{2,6}){0,5}|1Z(?: ?[0-9A-Z]){16})(?![\p{L}\p{N}])/gu;
const mayBeGoods =
  /[Oo]rder |racking |nvoice |icket |arcel |estell|ommande |edido |rdine |ncomenda |[Pp]art |pare |ilter |artridge |rticle |RMA|SKU|EAN|GTIN|ASIN|ISBN|UPC|MPN|P\/?N|1Z/;

function isIn({ start, end }: Candidate, stretches: readonly RegExpExecArray[]): boolean {
  const match = lastUpTo(stretches, start);
  return match !== undefined && end <= match.index + match[0].length;
}

function collect(text: string, reading: TextReading, depth: number): readonly Candidate[] {
  const { hint, requested, tag } = reading;
  const traits = scanText(text);
  const decoded =
    depth < escapeDepth && (traits.percent || text.includes("\\") || text.includes("&"))
      ? decodeEscapes(text)
      : null;
  if (decoded !== null) {
    return collect(decoded.text, reading, depth + 1).map((candidate) => ({
      ...candidate,
      start: decoded.offsets[candidate.start] ?? 0,
      end: decoded.offsets[candidate.end] ?? text.length,
    }));
  }
  const found: Candidate[] = [];
  if (traits.digits >= 13) addTo(found, findCards(text));
  if (traits.digits >= 4) addTo(found, findIbans(text));
  for (const rule of maskRules) {
    if (hint === "version" && rule.type === "IP") continue;
    if (rule.pretest(traits, text)) addTo(found, findByRule(rule, text));
  }
  addTo(found, findByWords(text, traits, hint, requested));
  const known = found.length === 0 ? found : merge(touchable(text, found));
  const tagged = tag(text, known);
  return tagged.length === 0 ? known : known.concat(tagged);
}

/** `push(...more)` has an argument limit: a long text may have 100,000 candidates. */
function addTo(found: Candidate[], more: readonly Candidate[]): void {
  for (const candidate of more) found.push(candidate);
}

/** Last, so that a shape with a specific type takes precedence over context words. */
function findByWords(
  text: string,
  traits: TextTraits,
  hint: KeyHint | null,
  requested: number,
): Candidate[] {
  const found = hint === null || hint === "version" ? [] : findWhole(text, hint);
  if (traits.digits >= 3) addTo(found, findNumbers(text, contextOf(hint)));
  addTo(found, findSecrets(text, traits));
  addTo(found, findBirths(text, (requested & requests.birth) !== 0));
  if ((requested & requests.secret) !== 0) addTo(found, findAnswered(text));
  addTo(found, findSpoken(text, (requested & requests.number) !== 0));
  addTo(found, findNamed(text));
  addTo(found, findSpelled(text, (requested & requests.name) !== 0));
  return found;
}

function contextOf(hint: KeyHint | null): NumberContext | null {
  if (hint === "PHONE" || hint === "SSN" || hint === "CARD" || hint === "ACCOUNT") {
    return numberContexts[hint];
  }
  return null;
}

const scheme = /^\s*(?:(?:bearer|basic|token|digest|apikey)\s+)?/i;

/** Under a secret's key the whole value is the secret; under an account's, a value with letters too. */
function findWhole(text: string, hint: Exclude<KeyHint, "version">): Candidate[] {
  const isKey = hint === "KEY" || hint === "TOKEN";
  const start = isKey
    ? (scheme.exec(text)?.[0].length ?? 0)
    : text.length - text.trimStart().length;
  const value = text.slice(start).trimEnd();
  const isNumber = /^[\w.\-/ #]{4,40}$/.test(value) && (value.match(/\d/g) ?? []).length >= 4;
  const isWhole = isKey
    ? isSecret(value, hint)
    : isPersonalHint(hint)
      ? personalWhole[hint].test(value)
      : (hint === "ACCOUNT" || hint === "IBAN") && isNumber;
  if (!isWhole) return [];
  return [
    {
      type: hint,
      start,
      end: start + value.length,
      value: isKey
        ? value
        : isPersonalHint(hint)
          ? normaliseWords(value)
          : normaliseNumber(hint, value),
    },
  ];
}

/** Shapes of values under keys of personal data. */
const personalWhole = {
  PERSON: /^(?=.{1,60}$)\p{L}[\p{L}\p{M}.'’,& -]*$/u,
  ADDRESS: /^(?=.{3,120}$)(?=.*\d).*(?:\p{L}.* |\d{4,}|\d\p{L}? \p{Lu}\p{L}{2})/su,
  BIRTH_DATE: /^(?=.{4,40}$).*\d/u,
  SPECIAL: /^(?!(?:none|null|no|unknown|n\/a|true|false)$)(?=.{3,80}$).*\p{L}/su,
} as const;

function isPersonalHint(hint: KeyHint): hint is keyof typeof personalWhole {
  return Object.hasOwn(personalWhole, hint);
}

function findByRule(rule: MaskRule, text: string): Candidate[] {
  const found: Candidate[] = [];
  eachMatch(rule.pattern, text, (match) => {
    const written = match.groups?.value ?? match[0];
    const end = match.index + match[0].length;
    const start = end - written.length;
    const value = rule.normalise(written, { text, start, end });
    if (value !== null) found.push({ type: rule.type, start, end, value });
  });
  return found;
}

function findIbans(text: string): Candidate[] {
  const found: Candidate[] = [];
  eachMatch(ibanHead, text, (match) => {
    const iban = readIban(text, match.index);
    if (iban !== null) found.push({ type: "IBAN", start: match.index, ...iban });
  });
  return found;
}

/** Overlapping stretches are merged, with the type of what words announce, else of the longer, else of the earlier rule's. */
function merge(found: readonly Candidate[]): Candidate[] {
  const merged: Candidate[] = [];
  for (const next of [...found].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || next.start >= last.end) {
      merged.push(next);
      continue;
    }
    const says = saysType(next, last) ? next : last;
    merged[merged.length - 1] = { ...says, start: last.start, end: Math.max(last.end, next.end) };
  }
  return merged;
}

function saysType(next: Candidate, last: Candidate): boolean {
  const [isNext, isLast] = [next.isAnnounced === true, last.isAnnounced === true];
  return isNext === isLast ? next.end - next.start > last.end - last.start : isNext;
}

function isUntouchable(
  text: string,
  candidate: Candidate,
  taken: readonly RegExpExecArray[],
): boolean {
  if (taken.length === 0) return false;
  const stretch = text.slice(candidate.start, candidate.end);
  // A device's id has the form of any other.
  if (!/[\p{L}\p{N}]/u.test(stretch.replace(untouchable, ""))) return !isDevice(candidate, stretch);
  return isIn(candidate, taken);
}

function isDevice({ isAnnounced, type }: Candidate, stretch: string): boolean {
  return isAnnounced === true && type === "ACCOUNT" && /^[0-9a-f-]{36}$/i.test(stretch);
}

/** The last match that begins at or before a position; binary search. */
function lastUpTo(matches: readonly RegExpExecArray[], place: number): RegExpExecArray | undefined {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((matches[middle]?.index ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return matches[low - 1];
}
