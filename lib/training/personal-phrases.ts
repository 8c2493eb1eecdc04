import { collectNamed, createNamed } from "@/lib/domain/privacy/named-things";
import { tags } from "@/lib/ingest/mask/tagger/read-tokens";
import type { DataRow } from "./data-sets";

/** Tag for text that annotators did not decide on. */
export const unknownTag = -1;

/** Lower-case words that a conversation's tool calls identify as personal. */
export type Phrase = {
  readonly words: readonly string[];
  readonly tag: number;
  /** A name matches only capitalised text, if the text has capitals at all. */
  readonly isCased: boolean;
};

const pair = /"(\w+)"\s*:\s*"((?:[^"\\]|\\.)*)"/g;
const nameKey =
  /^(?:first_?name|last_?name|full_?name|(?:customer|host|guest|doctor|driver|patient|agent|employee|friend)_?name)$/i;
const unknownKey = /^(?:name|city|state|country)$/i;
const addressKey = /^(?:address\d?|street|zip)$/i;
const otherKey = /^(?:date_of_birth|dob)$/i;

/**
 * The phrases in a conversation's tool calls and results that are personal, nobody's (places, products) or undecided,
 * longest first; of one length the personal ones first.
 */
export function personalPhrases(row: DataRow): readonly Phrase[] {
  const found = new Map<string, Phrase>();
  const add = (key: string, value: string) => {
    const tag = tagOfKey(key);
    const words = value.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
    if (tag === null || words.length === 0 || words.length > 8) return;
    const isCased = tag !== tags.other;
    found.set(`${words.join(" ")} ${String(tag)}`, { words, tag, isCased });
  };
  const named = createNamed();
  for (const { content, role, tool_calls } of row.messages) {
    if (role === "tool" || content.trimStart().startsWith("{")) {
      for (const [, key = "", value = ""] of content.matchAll(pair)) add(key, value);
      collectNamed(content, named);
    }
    for (const call of tool_calls ?? []) {
      const given = JSON.stringify(call.arguments ?? {}).replaceAll('\\"', "");
      for (const [, key = "", value = ""] of given.matchAll(pair)) add(key, value);
      collectNamed(given, named);
    }
  }
  for (const thing of named.things) {
    const words = thing.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
    found.set(`${words.join(" ")} ${String(tags.none)}`, { words, tag: tags.none, isCased: false });
  }
  return [...found.values()].sort(
    (a, b) => b.words.length - a.words.length || rankOf(a.tag) - rankOf(b.tag),
  );
}

/** Personal before nobody's before undecided. */
function rankOf(tag: number): number {
  return tag > tags.none ? 0 : tag === tags.none ? 1 : 2;
}

function tagOfKey(key: string): number | null {
  if (nameKey.test(key)) return tags.person;
  if (addressKey.test(key)) return tags.address;
  if (otherKey.test(key)) return tags.other;
  return unknownKey.test(key) ? unknownTag : null;
}
