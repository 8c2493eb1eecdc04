import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import type { Content, Reading, Utterance } from "@/lib/domain/trace/reading";
import type { SourceSpan } from "@/lib/domain/trace/span";

/** A text or its hash, with pseudonyms' values removed and unchanged. */
type ContentHash = { readonly neutral: string; readonly whole: string };

export type Hashing = {
  /** A one-way function. @returns at least 16 hex digits */
  readonly hash: (text: string) => string;
  /** Memoised hashes of utterances: histories repeat them as the same object. */
  readonly utteranceHashes: WeakMap<Utterance, ContentHash>;
};

/**
 * Hashes a masked span over its stored content. Declarations are left out: they follow from
 * attributes and from aliases, which may change.
 * @param rest content outside its reading and own fields, as text
 * @returns 32 hex digits; the first half without pseudonyms' values, so that workspaces with
 * different keys choose the same of two versions
 */
export function hashSpan(
  span: SourceSpan,
  reading: Reading,
  rest: string,
  hashing: Hashing,
): string {
  const { name, parentSpanId, status, startUs, endUs } = span;
  const { passages, caseEvents, importedScores } = reading;
  const parts = { name, parentSpanId, status, startUs, endUs, passages, caseEvents };
  const own = `${JSON.stringify({ ...parts, importedScores })}${rest}${reading.system ?? ""}`;
  const input = hashContent(reading.input, hashing);
  const output = hashContent(reading.output, hashing);
  const whole = [own, input.whole, output.whole].join("\u0000");
  const neutral = [withoutPseudonyms(own), input.neutral, output.neutral].join("\u0000");
  const first = hashing.hash(neutral).slice(0, 16);
  return first + (neutral === whole ? first : hashing.hash(whole).slice(0, 16));
}

/** Text as it is, a history's messages by their hashes. */
function hashContent(content: Content | null, hashing: Hashing): ContentHash {
  if (content === null) return nothing;
  if (typeof content === "string") return { neutral: withoutPseudonyms(content), whole: content };
  const [only] = content;
  if (only !== undefined && content.length === 1) return hashUtteranceWords(only);
  let neutral = "";
  let whole = "";
  for (const utterance of content) {
    const hashed = hashUtterance(utterance, hashing);
    neutral += hashed.neutral;
    whole += hashed.whole;
  }
  return { neutral, whole };
}

const nothing: ContentHash = { neutral: "", whole: "" };

function hashUtterance(utterance: Utterance, { hash, utteranceHashes }: Hashing): ContentHash {
  const known = utteranceHashes.get(utterance);
  if (known !== undefined) return known;
  const words = hashUtteranceWords(utterance);
  const neutral = hash(words.neutral);
  const hashed = {
    neutral,
    whole: words.neutral === words.whole ? neutral : hash(words.whole),
  };
  utteranceHashes.set(utterance, hashed);
  return hashed;
}

/** Serialised in this order. */
const callMembers = ["id", "name", "args"];

function hashUtteranceWords({
  speaker,
  text,
  toolCalls,
  toolCallId,
  name,
  role,
  atUs,
}: Utterance): ContentHash {
  const isPlain = (toolCalls ?? toolCallId ?? name ?? atUs) === undefined;
  const rest = isPlain ? "" : JSON.stringify([toolCalls, toolCallId, name, atUs], callMembers);
  // Who speaks in such a role depends on the settings.
  const whole = `${role ?? speaker}\u0001${text}\u0001${rest}`;
  return { neutral: withoutPseudonyms(whole), whole };
}

function withoutPseudonyms(text: string): string {
  return text.includes("<") ? text.replace(maskedPattern, "<$1>") : text;
}
