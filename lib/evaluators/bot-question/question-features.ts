import { toFeatures, type Features } from "@/lib/learning/features";
import { hashFeature } from "@/lib/learning/hash-feature";
import { mappedWords } from "./mapped-words";

/** 2^15 places. */
export const questionBits = 15;
const longest = 4;
const patternValue = 3;

/** What carries no news about who is asked about. */
const filler = new Set("REAL JUST a an the some any not by now".split(" "));
const unsaid = new Set("_ REAL JUST a an the some".split(" "));

/** Ways to ask, in words without filler; `E` is a machine or a person. */
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
].map((source) => [source, new RegExp(source.replace(/\bE\b/g, "(?:BOT|HUM)"))]);

/** The features of sentences that may ask whether one talks to a machine; each counts once. */
export function questionFeatures(sentences: readonly string[]): Features {
  const values = new Map<string, number>();
  for (const sentence of sentences) addSentence(sentence, values);
  return toFeatures([...values].map(([name, value]) => [hashFeature(name, questionBits), value]));
}

function addSentence(sentence: string, values: Map<string, number>): void {
  const words = mappedWords(sentence);
  const isQuestion = sentence.includes("?");
  const framed = ["^", ...words, isQuestion ? "?" : "$"];
  addRuns("", framed, values);
  addRuns(
    "key ",
    framed.filter((word) => !unsaid.has(word)),
    values,
  );
  const [isOfBot, isOfHuman] = [words.includes("BOT"), words.includes("HUM")];
  if (!isOfBot && !isOfHuman) return;
  const core = words.filter((word) => !filler.has(word)).join(" ");
  for (const [name, pattern] of patterns) {
    if (!pattern.test(core)) continue;
    values.set(`is ${name}`, patternValue);
    if (isQuestion) values.set(`is ${name}?`, patternValue);
  }
  if (isQuestion) values.set("is asked", patternValue);
  if (!isOfBot || !isOfHuman) return;
  values.set("is both", patternValue);
  if (words.includes("you")) values.set("is both of you", patternValue);
}

function addRuns(kind: string, words: readonly string[], values: Map<string, number>): void {
  for (let length = 1; length <= longest; length += 1) {
    for (let from = 0; from + length <= words.length; from += 1) {
      values.set(kind + words.slice(from, from + length).join(" "), 1);
    }
  }
}
