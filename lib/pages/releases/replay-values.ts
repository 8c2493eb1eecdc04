import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import { indentJson } from "@/lib/format/indent-json";
import { plainWords } from "@/lib/format/prompts/likeness";

const month = "(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?";
/** "may" and "march" are words too: months only beside a day. */
const dayMonth = `(?:${month}|may)`;
const day = "\\d{1,2}(?:st|nd|rd|th)?";
const time = "\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:\\s?[ap]\\.?m\\b\\.?)?";

const when = new RegExp(
  [
    `\\b\\d{4}-\\d{2}-\\d{2}(?:[t ]${time}(?:z|[+-]\\d{2}:?\\d{2})?)?`,
    "\\b\\d{1,2}[./]\\d{1,2}[./](?:\\d{4}|\\d{2})\\b",
    `\\b${day}\\s(?:of\\s)?${dayMonth}(?:,?\\s\\d{4})?\\b`,
    `\\b${dayMonth}\\s${day}(?:,?\\s\\d{4})?\\b`,
    "\\b(?:january|february|april|june|july|august|september|october|november|december)\\b",
    "\\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\\b",
    `\\b${time}`,
    "\\b\\d{1,2}\\s?[ap]\\.?m\\b\\.?",
    "\\b(?:good|this|in the) (?:morning|afternoon|evening)\\b",
  ].join("|"),
  "gi",
);

/** A run of letters and digits, "RMA-225006", with what tells an amount from a number of something. */
const token = /(\p{Sc}\s?|#)?[\p{L}\p{N}]+(?:[_-][\p{L}\p{N}]+)*(?=([.,]\d|\s?[\p{Sc}%])?)/gu;
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** "24-hour", "500mb" */
const measure = /^\d+-?\p{L}+$/u;

/** Whether a token is the number of an order, a ticket, a record. */
function isId(text: string, before: string | undefined, after: string | undefined): boolean {
  if (uuid.test(text)) return true;
  if (after !== undefined || (before !== undefined && before !== "#")) return false;
  const digits = text.match(/\d/g)?.length ?? 0;
  if (/^\d+$/.test(text)) return digits > 4 || (before === "#" && digits > 1);
  return digits > 2 && /\p{L}/u.test(text) && !measure.test(text);
}

/** Seconds since 1970 of this century have as many digits. */
const instantFrom = 1_000_000_000;

/** How two replays' texts are compared: without what must differ from one replay to the next. */
export type Comparer = {
  /** A text's words without dates, times, names and the numbers of records that only one replay knows. */
  readonly words: (text: string) => string;
  /** The same of JSON, in one form whatever its spacing and the order of its keys; of other text its words. */
  readonly json: (text: string) => string;
};

/**
 * Compares texts of two replays. A number of a record that both of them know is the scenario's and stays.
 * @param candidate all texts of a replay, @param baseline and of the other one
 */
export function comparer(candidate: readonly string[], baseline: readonly string[]): Comparer {
  const [own, other] = [idsOf(candidate), idsOf(baseline)];
  const isKnown = (id: string) => own.has(id) && other.has(id);
  const withoutValues = (text: string) => withoutIds(withoutTimes(text), isKnown);
  return {
    words: (text) => plainWords(withoutValues(text)),
    json: (text) => comparedJson(text, withoutValues, isKnown),
  };
}

function withoutTimes(text: string): string {
  return text.replace(maskedPattern, "<$1>").replace(when, "<date>");
}

function withoutIds(text: string, isKnown: (id: string) => boolean): string {
  return text.replace(token, (found, before?: string, after?: string) => {
    const id = found.slice(before?.length ?? 0);
    return isId(id, before, after) && !isKnown(id.toLowerCase()) ? "<id>" : found;
  });
}

function idsOf(texts: readonly string[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const text of texts) {
    for (const [found, before, after] of withoutTimes(text).matchAll(token)) {
      const id = found.slice(before?.length ?? 0);
      if (isId(id, before, after)) ids.add(id.toLowerCase());
    }
  }
  return ids;
}

/** Numbers of more digits lose some of them when parsed. */
const longNumber = /\d{16}/;

function comparedJson(
  text: string,
  withoutValues: (text: string) => string,
  isKnown: (id: string) => boolean,
): string {
  const compared = (value: unknown): unknown => {
    if (typeof value === "string") return withoutValues(value);
    if (typeof value === "number") {
      return Math.abs(value) >= instantFrom && !isKnown(String(value)) ? "<id>" : value;
    }
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  if (longNumber.test(text)) return withoutValues(indentJson(text));
  try {
    return JSON.stringify(JSON.parse(text), (_, value: unknown) => compared(value));
  } catch {
    return plainWords(withoutValues(text));
  }
}
