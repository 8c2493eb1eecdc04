import { collectNamed, createNamed, wordsIn } from "@/lib/domain/privacy/named-things";
import { tags } from "@/lib/ingest/mask/tagger/read-tokens";
import { hashFeature } from "@/lib/learning/hash-feature";
import type { DataRow } from "./data-sets";
import { firstNames, lastNames } from "./known-names";
import { brands, goods, places } from "./known-things";
import type { PiiText, TagSpan } from "./pii-text";

const venueEndings =
  "Hotel Inn Lodge Suites Resort Apartments Restaurant Grill Cafe House Club Venue Center Hall Market Theater Museum Park Plaza Airport Station Bank Clinic".split(
    " ",
  );

/** Texts to be replaced in a conversation, longest first, each with its replacement. */
type Swap = { readonly from: string; readonly to: string; readonly isPerson: boolean };

/**
 * Draws other names for what a conversation's tools name, so that the weights learn how people talk of places,
 * products and each other rather than the names of one set.
 * @param persons the names of persons in the conversation
 */
export function drawSwaps(row: DataRow, persons: readonly string[]): readonly Swap[] {
  const named = createNamed();
  for (const { role, content, tool_calls } of row.messages) {
    if (role === "tool") collectNamed(content, named);
    for (const { arguments: given } of tool_calls ?? []) {
      collectNamed(JSON.stringify(given ?? {}).replaceAll('\\"', ""), named);
    }
  }
  const known = new Set(persons.map((name) => name.toLowerCase()));
  const things = [...named.things].filter(
    (name) => /\p{L}{3}/u.test(name) && !known.has(name.toLowerCase()) && !/[()]/.test(name),
  );
  return [
    ...things.map((from) => ({ from, to: drawnThing(`${row.id} ${from}`, from), isPerson: false })),
    ...persons.map((from) => ({
      from,
      to: drawnPerson(`${row.id} ${from}`, from),
      isPerson: true,
    })),
  ].sort((a, b) => b.from.length - a.from.length || (a.from < b.from ? -1 : 1));
}

/**
 * A training text with its names replaced, and its ranges moved.
 * @returns null if it holds none of them
 */
export function swapNames(given: PiiText, swaps: readonly Swap[]): PiiText | null {
  const matches = findSwaps(given.text, swaps);
  if (matches.length === 0) return null;
  const isCased = /\p{Lu}/u.test(given.text);
  const spans: TagSpan[] = [];
  let text = "";
  let at = 0;
  const keepUntil = (end: number): void => {
    const by = text.length - at;
    for (const span of given.spans) {
      if (span.start < at || span.end > end) continue;
      spans.push({ start: span.start + by, end: span.end + by, tag: span.tag });
    }
    text += given.text.slice(at, end);
  };
  for (const { start, end, swap } of matches) {
    keepUntil(start);
    const from = text.length;
    text +=
      isCased && /\p{Lu}/u.test(given.text.slice(start, end)) ? swap.to : swap.to.toLowerCase();
    spans.push({ start: from, end: text.length, tag: swap.isPerson ? tags.person : tags.none });
    at = end;
  }
  keepUntil(given.text.length);
  return { ...given, text, spans };
}

function findSwaps(
  text: string,
  swaps: readonly Swap[],
): readonly { readonly start: number; readonly end: number; readonly swap: Swap }[] {
  const found: { start: number; end: number; swap: Swap }[] = [];
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return found;
  for (const swap of swaps) {
    const from = swap.from.toLowerCase();
    for (let start = lower.indexOf(from); start >= 0; start = lower.indexOf(from, start + 1)) {
      const end = start + from.length;
      const isPart = /[\p{L}\p{N}_]/u;
      if (isPart.test(lower.charAt(start - 1)) || isPart.test(lower.charAt(end))) continue;
      if (found.every((other) => other.end <= start || end <= other.start)) {
        found.push({ start, end, swap });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function drawn(list: readonly string[], seed: string): string {
  return list[hashFeature(seed, 30) % list.length] ?? "";
}

function drawnThing(seed: string, from: string): string {
  const name = drawn(lastNames, `${seed} last`);
  const place = drawn(places, `${seed} place`);
  const ending = drawn(venueEndings, `${seed} ending`);
  if (wordsIn(from).includes("and")) return `${name} and ${drawn(lastNames, `${seed} corner`)}`;
  const kinds = [
    place,
    place,
    `${place} ${ending}`,
    `${name} ${ending}`,
    name,
    drawn(goods, `${seed} good`),
    drawn(brands, `${seed} brand`),
    `The ${drawn(goods, `${seed} good`)}`,
  ];
  return drawn(kinds, `${seed} kind`);
}

function drawnPerson(seed: string, from: string): string {
  const [first, last] = [drawn(firstNames, `${seed} first`), drawn(lastNames, `${seed} last`)];
  if (from.includes(" ")) return `${first} ${last}`;
  return hashFeature(seed, 12) % 5 === 0 ? last : first;
}
