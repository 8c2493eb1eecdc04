import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import { splitSentences } from "@/lib/cases/words/sentences";
import { isOtherLanguage } from "@/lib/learning/find-language";
import { wordsByClause } from "@/lib/learning/words-of";
import { requestWords } from "../common-words";

/** What was read of a request: by key, words and pairs of neighbouring words as they were said. */
export type Phrases =
  | { readonly kind: "read"; readonly said: ReadonlyMap<string, string> }
  | { readonly kind: "other-language" | "no-words" };

/** Messages that are read, until so many words are known: many customers only greet at first. */
const messagesMost = 3;
const wordsEnough = 6;
const charactersMost = 600;
const wordMin = 3;
/** Numbers of orders, invoices and the like, with the letters before them: "INV-955142". */
const idPattern = /\b[A-Z]{2,}-?\d[\w-]*|#?\b\w*\d\w*/gu;
/** Who one is, or which number one has or lacks: said in requests about anything. */
const identifying =
  /<[A-Z_]+:|\b(user|customer|member|account|reservation|order|booking|confirmation|item)[\s-]?(id|ids|numbers?|code|name)\b|\be-?mail\b|\bzip\b|\bpostcode\b|\bmy name\b|\bdate of birth\b|\buser ?name\b/iu;
/** Between the two words of a pair: "refund for the modem", "fee on my bill". */
const linking = new Set("a an the my our your of to for from in on at with by is was".split(" "));
const linkingMost = 2;

/**
 * Reads the words of a request that say what it is about, without courtesies, numbers, masked values and sentences that
 * identify the customer.
 * @param messages the customer's first messages, in order
 */
export function readPhrases(messages: readonly string[]): Phrases {
  const said = new Map<string, string>();
  let [read, words] = [0, 0];
  for (const message of messages) {
    if (read >= messagesMost || words >= wordsEnough) break;
    const text = message.slice(0, charactersMost);
    if (isOtherLanguage(text)) return { kind: "other-language" };
    const found = clausesOf(text).reduce((sum, clause) => sum + addClause(said, clause), 0);
    read += Number(found > 0);
    words += found;
  }
  return said.size === 0 ? { kind: "no-words" } : { kind: "read", said };
}

function clausesOf(text: string): readonly (readonly string[])[] {
  return splitSentences(text)
    .filter((sentence) => !identifying.test(sentence.text))
    .flatMap((sentence) =>
      wordsByClause(sentence.text.replaceAll(maskedPattern, ".").replaceAll(idPattern, ".")),
    );
}

/** @returns how many words were added */
function addClause(said: Map<string, string>, clause: readonly string[]): number {
  let [last, count] = [-1, 0];
  clause.forEach((word, at) => {
    if (word.length < wordMin || requestWords.has(word)) return;
    add(said, word);
    count += 1;
    const between = clause.slice(last + 1, at);
    if (last >= 0 && between.length <= linkingMost && between.every((each) => linking.has(each)))
      add(said, clause.slice(last, at + 1).join(" "));
    last = at;
  });
  return count;
}

function add(said: Map<string, string>, words: string): void {
  const key = phraseKey(words);
  if (!said.has(key)) said.set(key, words);
}

/** The key of a phrase, equal for its forms: "cancelled orders" and "cancelled order". */
export function phraseKey(words: string): string {
  const kept = words.toLowerCase().split(" ");
  return kept
    .filter((word) => kept.length === 1 || !linking.has(word))
    .map(wordKey)
    .join(" ");
}

/** A word without its ending, to tell forms of one word; not to be read. */
function wordKey(word: string): string {
  let key = word.replace(/'s$/u, "");
  if (key.length > 5) key = key.replace(/ies$/u, "y").replace(/(?<=[a-z]{3})(?:ings?|ed)$/u, "");
  if (key.length > 3) key = key.replace(/(?<=ch|sh|x|ss)es$|(?<=[^su])s$/u, "");
  return key.replace(/([bdgklmnprt])\1$/u, "$1").replace(/(?<=..)e$/u, "");
}
