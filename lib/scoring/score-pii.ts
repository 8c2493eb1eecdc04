import { collectNamed, createNamed, wordsIn } from "@/lib/domain/privacy/named-things";
import {
  completesName,
  isIntroduced,
  namePartsOf,
  type NamePart,
} from "@/lib/domain/privacy/thing-names";
import { createLanguageSoFar, readLanguage } from "@/lib/learning/find-language";
import { createTextMasker } from "@/lib/ingest/mask/mask-text";
import { requestsIn } from "@/lib/ingest/mask/tagger/cues";
import type { Tagger } from "@/lib/ingest/mask/tagger/tagger";
import type { Candidate, TextMasker } from "@/lib/ingest/mask/text-masker";
import type { RowMessage } from "./row";
import type { Scorer } from "./scorer";

/** Positions in a row do not depend on the pseudonym key. */
const noKey = () => "0".repeat(16);

type Found = Candidate & { readonly turn: number; readonly content: string };

/**
 * Creates a scorer that finds the personal data of a row, by the masking of ingest and, as a case does, without the
 * names of places and products that a tool of the row returned.
 */
export function createPiiScorer(tagger?: Tagger): Scorer {
  const masker = createTextMasker(noKey, tagger);
  return ({ id, messages }) => {
    const soFar = createLanguageSoFar();
    for (const { role, content } of messages) if (isSpoken(role)) soFar.add(readLanguage(content));
    const language = soFar.current();
    const found = messages.flatMap((message, turn) =>
      findIn(message, messages[turn - 1], masker, language).map((each): Found => ({
        ...each,
        turn,
        content: message.content,
      })),
    );
    const personal = withoutThings(found, messages);
    return {
      id,
      spans: personal.map(({ turn, start, end, type }) => ({ turn, start, end, type })),
    };
  };
}

function isSpoken(role: RowMessage["role"]): boolean {
  return role !== "tool" && role !== "system";
}

/** @param language of the conversation; null: not known */
function findIn(
  { role, content }: RowMessage,
  before: RowMessage | undefined,
  masker: TextMasker,
  language: string | null,
) {
  if (!isSpoken(role)) return masker.find(content);
  const isAnswer = role === "user" && before !== undefined && before.role !== "user";
  const requested = isAnswer ? requestsIn(before.content) : 0;
  return masker.find(content, { requested, ...(language !== null && { language }) });
}

function withoutThings(found: readonly Found[], messages: readonly RowMessage[]): readonly Found[] {
  if (!found.some(isNamed)) return found;
  const named = createNamed();
  for (const { role, content, tool_calls } of messages) {
    if (role === "tool") collectNamed(content, named);
    for (const { arguments: given } of tool_calls ?? []) {
      collectNamed(typeof given === "string" ? given : JSON.stringify(given ?? {}), named);
    }
  }
  const parts = new Map<string, NamePart[]>();
  for (const part of namePartsOf(named)) {
    const key = part.words.join(" ");
    parts.set(key, [...(parts.get(key) ?? []), part]);
  }
  const introduced = new Set(
    found.filter((each) => isIntroduced(each.content, each.start)).map(wordsOfFound),
  );
  return found.filter((each) => {
    const words = wordsOfFound(each);
    if (!isNamed(each) || introduced.has(words)) return true;
    const own = parts.get(words) ?? [];
    return !own.some((part) => completesName(each.content, each.start, each.end, part));
  });
}

function isNamed({ type }: Candidate): boolean {
  return type === "PERSON" || type === "ADDRESS";
}

function wordsOfFound({ content, start, end }: Found): string {
  return wordsIn(content.slice(start, end)).join(" ");
}
