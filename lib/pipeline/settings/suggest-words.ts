import type { ReadingSettings } from "@/lib/domain/settings/settings";
import type {
  RoleSuggestion,
  UnreadWords,
  WordsSuggestions,
} from "@/lib/domain/settings/settings-suggestions";
import type { Content } from "@/lib/domain/trace/reading";
import { roleWord } from "@/lib/domain/trace/speaker";
import { suggestWordKeys } from "@/lib/ingest/suggest-word-keys";
import type { Database } from "@/lib/store/port";
import {
  readForeignRoles,
  readWordlessSpans,
  type SpansOf,
} from "@/lib/store/spans/wordless-spans";
import { createAnswerMasker } from "../derive/create-answer-masker";
import { storedAttributes } from "../derive/stored-attributes";

/** Sample size: enough to be representative, small enough for a page load. */
const spansSeen = 3000;
const rolesShown = 20;

/** What settings could say of words, with examples. */
export async function suggestWords(
  db: Database,
  settings: ReadingSettings,
): Promise<WordsSuggestions> {
  const { unread, examples } = await findUnread(db, settings, {});
  return {
    unread: { ...unread, roles: await suggestRoles(db, {}) },
    examples: maskExamples(examples),
  };
}

/** Keys with text that nothing reads, and roles that nobody knows. @param of which spans */
export async function suggestUnread(
  db: Database,
  settings: ReadingSettings,
  of: SpansOf,
): Promise<UnreadWords> {
  return { ...(await findUnread(db, settings, of)).unread, roles: await suggestRoles(db, of) };
}

async function findUnread(db: Database, settings: ReadingSettings, of: SpansOf) {
  const sources = await readWordlessSpans(db, spansSeen, of);
  const spans = sources.map(({ detail, ...span }) => ({
    ...span,
    attributes: storedAttributes(detail),
  }));
  return suggestWordKeys(spans, settings);
}

/** Masks texts as words are: as attributes they were masked less. */
function maskExamples(examples: WordsSuggestions["examples"]): WordsSuggestions["examples"] {
  if (examples.length === 0) return examples;
  const maskAnswer = createAnswerMasker();
  return examples.map((spans) =>
    spans.map(({ values }) => {
      const masked = Object.entries(values).map(
        ([key, text]) => [key, maskAnswer(text, "")] as const,
      );
      return { values: Object.fromEntries(masked) };
    }),
  );
}

/** Roles that neither a convention nor the settings know, those of most messages first. */
async function suggestRoles(db: Database, of: SpansOf): Promise<readonly RoleSuggestion[]> {
  const seen = new Map<string, { messages: number; example: string }>();
  for (const { role, text } of utterancesIn(await readForeignRoles(db, spansSeen, of))) {
    if (role === undefined) continue;
    const word = roleWord(role);
    const known = seen.get(word) ?? { messages: 0, example: text };
    known.messages += 1;
    if (text < known.example) known.example = text;
    seen.set(word, known);
  }
  return [...seen]
    .map(([role, rest]) => ({ role, ...rest }))
    .sort((a, b) => b.messages - a.messages || (a.role < b.role ? -1 : 1))
    .slice(0, rolesShown);
}

/** A prompt repeats the messages before it: each is counted once. */
function utterancesIn(contents: readonly (Content | null)[]) {
  const all = contents.flatMap((content) =>
    content === null || typeof content === "string" ? [] : content,
  );
  return new Map(all.map((one) => [`${one.role ?? ""}\u0000${one.text}`, one])).values();
}
