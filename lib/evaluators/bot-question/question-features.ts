import { toFeatures, type Features } from "@/lib/learning/features";
import { hashFeature } from "@/lib/learning/hash-feature";
import { mappedWords } from "./mapped-words";

/** Feature space of 2^15 dimensions. */
export const questionBits = 15;
const longest = 4;
const patternValue = 3;

/** Words that do not say who is asked about. */
const filler = new Set("REAL JUST some any not by now".split(" "));
const placeholders = new Set("_ REAL JUST some".split(" "));

/** Phrasings of the question, without filler; `E` is a machine or a person. */
const patterns: readonly (readonly [name: string, pattern: RegExp])[] = [
  "^are you E(?! _ \\S)",
  "are you E(?! _ \\S)",
  "you are E(?: \\S+)? TAG",
  "am i (?:\\S+ )?TALK (?:to|with) (?:\\S+ )?E",
  "TALK (?:to|with) E",
  "is (?:this|that|there|it) E",
  "this is E TAG",
  "E or (?:are you |is this |am i TALK (?:to|with) )?E",
  "are you .*or E",
  "(?:if|whether|that) (?:this is|you are|i am TALK (?:to|with)|it is) (?:\\S+ )?E",
  "how (?:do|can) i KNOW",
  "(?:who|what) am i TALK",
  "you SEEM .*E",
  "i am E .*(?:you|one)",
  "i am E",
  "are you one",
  "E .*are you$",
  "^you E$",
  "are you (?:\\S+ )?E$",
  "(?:are you|is this|am i) .*E$",
  "is (?:\\S+ )?E (?:that |who )?i am TALK",
  "(?:consider|considered|think|KNOW) .*you .*E",
  "^E$",
  "_ HUM$",
  "_ HUM",
  "(?:want|need|SEEM|_) to TALK (?:to|with) E",
  "(?:can|could|may) i TALK (?:to|with) E",
  "(?:he|she|they|it|_) (?:is|are|was) E",
  "you (?:\\S+ ){0,2}E",
  "E (?:\\S+ ){0,2}you",
  "E TAG$",
  "KNOW.*(?:you are|this is|i am).*E",
  "^(?:_ ){0,2}(?:are |is )?(?:you|this)(?: are| is)? E(?: TAG)?$",
  "(?:^| )(?:are you|is this|is it|am i)(?: |$)",
].map((source) => [
  source,
  new RegExp(source.replace(/\bE\b/g, "(?:BOT|HUM)").replace(/\.\*/g, ".{0,300}")),
]);

/** A sentence's features by name, each once, with its index below `2^questionBits`. */
export type SentenceFeatures = ReadonlyMap<
  string,
  { readonly place: number; readonly value: number }
>;

/** Features of sentences that may ask whether the agent is a bot; each counts once. */
export function questionFeatures(sentences: readonly string[]): Features {
  const all = new Map(sentences.flatMap((sentence) => [...readSentence(sentence)]));
  return toFeatures([...all.values()].map(({ place, value }) => [place, value]));
}

/** Features of one such sentence. */
export function readSentence(sentence: string): SentenceFeatures {
  const found = new Map<string, { readonly place: number; readonly value: number }>();
  const add = (name: string, value: number) => {
    if (found.get(name)?.value === value) return;
    found.set(name, { place: hashFeature(name, questionBits), value });
  };
  const words = mappedWords(sentence);
  const isQuestion = sentence.includes("?");
  const framed = ["^", ...words, isQuestion ? "?" : "$"];
  addRuns("", framed, add);
  addRuns(
    "key ",
    framed.filter((word) => !placeholders.has(word)),
    add,
  );
  addWays(words, isQuestion, add);
  return found;
}

type Add = (name: string, value: number) => void;

function addWays(words: readonly string[], isQuestion: boolean, add: Add): void {
  const [isOfBot, isOfHuman] = [words.includes("BOT"), words.includes("HUM")];
  if (!isOfBot && !isOfHuman) return;
  const core = words.filter((word) => !filler.has(word)).join(" ");
  for (const [name, pattern] of patterns) {
    if (!pattern.test(core)) continue;
    add(`is ${name}`, patternValue);
    if (isQuestion) add(`is ${name}?`, patternValue);
  }
  if (isQuestion) add("is asked", patternValue);
  if (!isOfBot || !isOfHuman) return;
  add("is both", patternValue);
  if (words.includes("you")) add("is both of you", patternValue);
}

function addRuns(kind: string, words: readonly string[], add: Add): void {
  let runs = words.map((word) => kind + word);
  for (let length = 1; length <= longest; length += 1) {
    for (const run of runs) add(run, 1);
    runs = runs.slice(0, -1).map((run, from) => `${run} ${words[from + length] ?? ""}`);
  }
}
