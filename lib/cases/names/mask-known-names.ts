import type { CaseSpan, Message } from "@/lib/domain/case/case";
import { composeName, type HalfOfName } from "@/lib/domain/privacy/name-pseudonym";
import { collectNamed, createNamed } from "@/lib/domain/privacy/named-things";
import { isParty, type Content, type Utterance } from "@/lib/domain/trace/reading";
import { rememberText } from "@/lib/learning/remember-text";

/** The texts of a case by who wrote them. */
export type CaseTexts = {
  /** Arguments and results of tools. */
  readonly tools: ReadonlySet<string>;
  /** What customers and agents said. */
  readonly spoken: ReadonlySet<string>;
};

const halfLength = 8;
const noHalf = "0".repeat(halfLength);
const capitalised = "\\p{Lu}[\\p{L}\\p{M}]+";
const nameRun = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}_@<])${capitalised}(?: ${capitalised})*(?![\\p{L}\\p{M}\\p{N}_@])`,
  "gu",
);
const calendar =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/**
 * Masks, in everything that was said, first and last names that a tool of the case gave as somebody's. A message is
 * masked alone when it arrives, where "Booking 2 (Ingrid)" may name nobody; the result that names the passengers may
 * be in another span. Depends on the case's spans alone, not on their order.
 */
export function maskKnownNames(
  spans: readonly CaseSpan[],
  halfOf: HalfOfName,
): readonly CaseSpan[] {
  const mask = createNameMasker(textsOf(spans), halfOf);
  if (mask === null) return spans;
  const masked = new Map<Utterance, Utterance>();
  const maskUtterance = (utterance: Utterance): Utterance => {
    if (!isSpoken(utterance)) return utterance;
    const known = masked.get(utterance);
    if (known !== undefined) return known;
    const text = mask(utterance.text);
    const next = text === utterance.text ? utterance : { ...utterance, text };
    masked.set(utterance, next);
    return next;
  };
  const maskContent = (content: Content | null): Content | null => {
    if (content === null) return null;
    if (typeof content === "string") return mask(content);
    const next = content.map(maskUtterance);
    return next.every((utterance, at) => utterance === content[at]) ? content : next;
  };
  return spans.map((span) => {
    if (span.part === "none" || span.part === "tool") return span;
    const input = maskContent(span.input);
    const output = maskContent(span.output);
    return input === span.input && output === span.output ? span : { ...span, input, output };
  });
}

/** The texts of a derived case's messages. */
export function textsOfMessages(
  messages: readonly Pick<Message, "speaker" | "text" | "toolCalls" | "tool">[],
): CaseTexts {
  const tools = new Set<string>();
  const spoken = new Set<string>();
  for (const { tool, ...utterance } of messages) {
    addUtterance(utterance, tools, spoken);
    if (tool !== null) tools.add(tool.args);
  }
  return { tools, spoken };
}

/**
 * Creates the function that masks names known from the case's tools in one text.
 * @returns null if no tool gave anybody's name
 */
export function createNameMasker(
  { tools, spoken }: CaseTexts,
  halfOf: HalfOfName,
): ((text: string) => string) | null {
  const named = createNamed();
  const mayName = (text: string) => text.includes("<PERSON:");
  for (const text of tools) if (mayName(text)) collectNamed(text, named);
  const halves = halvesOf(named.masked);
  if (halves.size === 0) return null;
  for (const text of tools) if (!mayName(text)) collectNamed(text, named);
  const things = new Set([...named.things].flatMap(writtenWords));
  const ordinary = lazily(() => lowerWordsOf(spoken));
  const halfOfWord = rememberText((word) => halfOf(word).slice(0, halfLength));
  const isName = (written: string): boolean => {
    const word = written.toLowerCase();
    return (
      halves.has(halfOfWord(word)) &&
      // As written: "Mia" flies from MIA.
      !things.has(written) &&
      !calendar.test(word) &&
      !ordinary().has(word)
    );
  };
  return rememberText((text) =>
    text.replace(nameRun, (run) => maskRun(run.split(" "), isName, halfOfWord)),
  );
}

/** Replaces each stretch of names in a run of capitalised words: "Dear Mia Li" keeps "Dear". */
function maskRun(
  words: readonly string[],
  isName: (written: string) => boolean,
  halfOf: HalfOfName,
): string {
  const shown: string[] = [];
  let name: string[] = [];
  const close = (): void => {
    if (name.length > 0) shown.push(`<PERSON:${composeName(name, halfOf)}>`);
    name = [];
  };
  for (const word of words) {
    if (isName(word)) name.push(word.toLowerCase());
    else {
      close();
      shown.push(word);
    }
  }
  close();
  return shown.join(" ");
}

function halvesOf(pseudonyms: ReadonlySet<string>): ReadonlySet<string> {
  const halves = new Set<string>();
  for (const pseudonym of pseudonyms) {
    halves.add(pseudonym.slice(0, halfLength)).add(pseudonym.slice(halfLength));
  }
  halves.delete(noHalf);
  return halves;
}

function textsOf(spans: readonly CaseSpan[]): CaseTexts {
  const tools = new Set<string>();
  const spoken = new Set<string>();
  for (const { part, input, output } of spans) {
    for (const content of [input, output]) {
      if (typeof content === "string") (part === "tool" ? tools : spoken).add(content);
      else for (const utterance of content ?? []) addUtterance(utterance, tools, spoken);
    }
  }
  return { tools, spoken };
}

function addUtterance(
  utterance: Pick<Utterance, "speaker" | "text" | "toolCalls">,
  tools: Set<string>,
  spoken: Set<string>,
): void {
  if (isSpoken(utterance)) spoken.add(utterance.text);
  else if (utterance.speaker === "tool") tools.add(utterance.text);
  for (const { args } of utterance.toolCalls ?? []) tools.add(args);
}

function isSpoken({ speaker }: Pick<Utterance, "speaker">): boolean {
  return isParty[speaker];
}

/** Words that somebody also writes in lower case: "will", "price". */
function lowerWordsOf(texts: ReadonlySet<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of texts) {
    for (const [word] of text.matchAll(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]+/gu)) words.add(word);
  }
  return words;
}

function writtenWords(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}]+/gu) ?? [];
}

function lazily<T>(create: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= create());
}
