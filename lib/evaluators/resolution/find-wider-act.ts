import { isParty } from "@/lib/domain/trace/reading";
import type { Message, Quote } from "@/lib/domain/case/case";
import type { Act } from "@/lib/cases/closure/find-acts";
import { findActionWords, satisfies, type Action } from "@/lib/cases/words/actions";
import { parseObject } from "@/lib/cases/words/failure";
import { findRequestedActions } from "@/lib/cases/words/requests";
import { splitSentences } from "@/lib/cases/words/sentences";

/** An act on a whole of which the customer had named a part. */
export type WiderAct = {
  readonly act: Act;
  /** The sentence that names the part. */
  readonly request: Quote;
};

/** Acts that end what they are done to; others are often done to a whole for the sake of a part. */
const isEnding: ReadonlySet<Action> = new Set<Action>(["cancel", "return", "refund", "disable"]);
const nameKey = /^(?:name|title|label|product|product_?name|item_?name|description)$/i;
/** Somebody speaks of the whole, or of all its parts. */
const wholly =
  /\b(?:whole|entire(?:ly|ty)?|everything|complete(?:ly)?|full|both|all)\b|\b(?:cancel|return|refund)(?:l?ing)? (?:(?:my|the|this|that|your|an?) )?(?:\w+ )?(?:order|reservation|booking|subscription|purchase|contract|plan)\b/i;
/** What the named part may only describe: "the order with the lamp". */
const wholeWord = /\b(?:orders?|reservations?|bookings?|subscriptions?|purchases?|plans?)\b/i;
const leastLetters = 4;

/**
 * The first successful act that ended a whole of several named parts (an order of several items) where the customer
 * had named some of these parts, and nobody spoke of the whole before it; or null.
 */
export function findWiderAct(messages: readonly Message[], acts: readonly Act[]): WiderAct | null {
  for (const act of acts) {
    const { action } = act;
    if (act.outcome !== "done" || action === null || !isEnding.has(action)) continue;
    const request = findPartRequest(messages, act, action);
    if (request !== null) return { act, request };
  }
  return null;
}

function findPartRequest(messages: readonly Message[], act: Act, action: Action): Quote | null {
  const parts = partsOf(act.message);
  if (parts.length < 2) return null;
  const before = messages.filter(
    ({ tool, speaker, ordinal }) =>
      tool === null && ordinal < act.message.ordinal && isParty[speaker],
  );
  if (
    before.some(({ text }) => splitSentences(text).some((each) => isOfWhole(each.text, action)))
  ) {
    return null;
  }
  const requests = before
    .filter(({ speaker }) => speaker === "customer")
    .flatMap(({ ordinal, text }) =>
      findRequestedActions(text)
        .filter((each) => satisfies(action, each.action))
        .map(({ action: wanted, sentence }) => ({
          named: parts.filter((part) => isNamed(part, sentence.text, wanted)),
          place: { message: ordinal, start: sentence.start, end: sentence.end },
        })),
    )
    .filter(({ named }) => named.length > 0);
  const named = new Set(requests.flatMap((each) => each.named));
  return named.size === parts.length ? null : (requests.at(-1)?.place ?? null);
}

/** A sentence about the act that speaks of the whole. */
function isOfWhole(text: string, action: Action): boolean {
  return wholly.test(text) && findActionWords(text).some((word) => satisfies(action, word.action));
}

/** The names of the parts that a result lists, unless the call chose among them. */
function partsOf({ tool, text }: Message): readonly string[] {
  const called = parseObject(tool?.args.trim() ?? "");
  const result = parseObject(text.trim());
  if (called === null || result === null) return [];
  if ([...called.values()].some((value) => Array.isArray(value))) return [];
  const lists = [...result.values()].map((value) =>
    Array.isArray(value) ? value.map(nameOf) : [],
  );
  const named = lists.find((names) => names.length > 1 && names.every((name) => name !== null));
  const args = [...called.values()].map(String).join(" ").toLowerCase();
  const names = (named ?? []).flatMap((name) => name ?? []);
  return names.some((name) => args.includes(name)) ? [] : names;
}

function nameOf(part: unknown): string | null {
  if (typeof part !== "object" || part === null) return null;
  const named = Object.entries(part).find(
    ([key, value]) => nameKey.test(key) && typeof value === "string",
  );
  return named === undefined ? null : String(named[1]).toLowerCase();
}

/** A sentence names a part, by all or the last of its words, as what the act is to be done to. */
function isNamed(part: string, sentence: string, wanted: Action): boolean {
  const verb = findActionWords(sentence).find(({ action }) => action === wanted);
  if (verb === undefined) return false;
  const words = sentence.slice(verb.start + verb.word.length).toLowerCase();
  const last = part.split(/\s+/).at(-1) ?? part;
  return [part, ...(last.length >= leastLetters ? [last] : [])].some((name) => {
    const at = indexOfWord(words, name);
    return at >= 0 && !wholeWord.test(words.slice(0, at));
  });
}

/** Where a word stands in a text by itself, in singular or plural; −1 where it does not. */
function indexOfWord(text: string, name: string): number {
  const word = name.replace(/s$/, "");
  const isLetter = (at: number) => /[a-z0-9-]/.test(text.charAt(at));
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    const after = text.charAt(end) === "s" ? end + 1 : end;
    if (!isLetter(at - 1) && !isLetter(after)) return at;
  }
  return -1;
}
