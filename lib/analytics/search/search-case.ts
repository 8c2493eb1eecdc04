import type { Message } from "@/lib/domain/case/case";
import type { Speaker } from "@/lib/domain/trace/reading";
import { segmentMessage } from "@/lib/format/segment-message";
import { searchTerms } from "../filter/search-terms";
import { findHits, patternsOf, wordByWord, type Hit, type Pattern } from "./find-hits";
import { findName, type NamedCase, type NameHit } from "./name-hits";

/** A term of a search and where a case has it. */
export type FoundTerm = {
  /** As typed, without quotes. */
  readonly text: string;
  /** Who said it first, in which message, and how often it is said in all; null: nobody did. */
  readonly said: {
    readonly ordinal: number;
    /** Its number among the hits of the message, from 1. */
    readonly hit: number;
    readonly speaker: Speaker;
    readonly count: number;
  } | null;
  /** What else of the case has it as its name; null: nothing, or it was said. */
  readonly name: NameHit | null;
};

/** What a search finds in a case. */
export type CaseSearch = {
  readonly terms: readonly FoundTerm[];
  /** Places by the ordinal of their message, as offsets into the text that is shown of it. */
  readonly hits: ReadonlyMap<number, readonly Hit[]>;
  /** What was looked for in the texts. */
  readonly patterns: readonly Pattern[];
  /** The message that says most of the terms, the first of these; null: none says one. */
  readonly best: number | null;
};

export type SearchedCase = Omit<NamedCase, "messages"> & { readonly messages: readonly Message[] };

/**
 * Finds where a case has the terms of a search: in what was said by customers, agents and tools, else among its names
 * and ids, else a term of several words word by word. A search of several words may also be one name.
 */
export function searchCase(searched: SearchedCase, text: string): CaseSearch {
  const terms = searchTerms(text);
  const patterns = patternsOf(terms);
  const together = hitsOf(searched.messages, patterns);
  const said = new Set([...together.values()].flat().map(({ term }) => term));
  const names = terms.map((term, at) => (said.has(at) ? null : findName(searched, term.text)));
  const apart = patterns.filter(
    ({ term, words }) =>
      !said.has(term) &&
      names[term] === null &&
      words.length > 1 &&
      terms[term]?.isPhrase === false,
  );
  const used = [...patterns.filter((each) => !apart.includes(each)), ...apart.flatMap(wordByWord)];
  const hits = apart.length === 0 ? together : hitsOf(searched.messages, used);
  const found = terms.map((term, at): FoundTerm => ({
    text: term.text,
    said: saidOf(searched.messages, hits, at),
    name: names[at] ?? null,
  }));
  const isMissing = found.some(({ said: own, name }) => own === null && name === null);
  const whole = isMissing && terms.length > 1 ? findName(searched, text) : null;
  if (whole === null) return { terms: found, hits, patterns: used, best: bestOf(hits) };
  const named = { text: text.trim(), said: null, name: whole };
  return { terms: [named], hits: new Map(), patterns: [], best: null };
}

/** Tells whether a message says all terms of a search: in a case it is then the one to show. */
export function messageWithAll(text: string): (message: Message) => boolean {
  const terms = searchTerms(text);
  const patterns = patternsOf(terms);
  return (message) => {
    const hits = hitsIn(message, patterns);
    return hits.length > 0 && new Set(hits.map(({ term }) => term)).size === terms.length;
  };
}

/** The text of a message as the transcript shows it. */
export function shownMessage(message: Pick<Message, "speaker" | "text">): string {
  if (message.speaker !== "agent") return message.text;
  return segmentMessage(message, [])
    .map(({ raw }) => raw)
    .join("");
}

function hitsOf(
  messages: readonly Message[],
  patterns: readonly Pattern[],
): Map<number, readonly Hit[]> {
  const found = new Map<number, readonly Hit[]>();
  for (const message of messages) {
    const hits = hitsIn(message, patterns);
    if (hits.length > 0) found.set(message.ordinal, hits);
  }
  return found;
}

/** The places in the text that is shown of a message; an agent's instructions are in no index. */
function hitsIn(message: Message, patterns: readonly Pattern[]): readonly Hit[] {
  const hits = message.speaker === "system" ? [] : findHits(message.text, patterns);
  return hits.length === 0 || message.speaker !== "agent"
    ? hits
    : findHits(shownMessage(message), patterns);
}

function saidOf(
  messages: readonly Message[],
  hits: CaseSearch["hits"],
  term: number,
): FoundTerm["said"] {
  let count = 0;
  let first: Omit<NonNullable<FoundTerm["said"]>, "count"> | null = null;
  for (const { ordinal, speaker } of messages) {
    const own = hits.get(ordinal) ?? [];
    const at = own.findIndex((hit) => hit.term === term);
    if (at !== -1) first ??= { ordinal, hit: at + 1, speaker };
    count += own.filter((hit) => hit.term === term).length;
  }
  return first === null ? null : { ...first, count };
}

function bestOf(hits: CaseSearch["hits"]): number | null {
  let best: number | null = null;
  let most = 0;
  for (const [ordinal, own] of hits) {
    const said = new Set(own.map(({ term }) => term)).size;
    if (said > most) [best, most] = [ordinal, said];
  }
  return best;
}
