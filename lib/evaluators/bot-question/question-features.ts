import { toFeatures, type Features } from "@/lib/learning/features";
import { hashFeature } from "@/lib/learning/hash-feature";
import { rememberText } from "@/lib/learning/remember-text";
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

/** A feature with its index below `2^questionBits`. */
export type QuestionFeature = { readonly place: number; readonly value: number };

/** Features of sentences that may ask whether the agent is a bot; each counts once. */
export function questionFeatures(sentences: readonly string[]): Features {
  const all = new Set(readSentences(sentences).flatMap((features) => [...features]));
  return toFeatures([...all].map(({ place, value }) => [place, value]));
}

/** Features of each of a text's sentences; a feature of several is the same object in all. */
export function readSentences(
  sentences: readonly string[],
): readonly ReadonlySet<QuestionFeature>[] {
  if (runs.known > runsMost) runs = createRuns();
  return sentences.map(readSentence);
}

function readSentence(sentence: string): ReadonlySet<QuestionFeature> {
  const found = new Set<QuestionFeature>();
  const words = mappedWords(sentence);
  const isQuestion = sentence.includes("?");
  const framed = ["^", ...words, isQuestion ? "?" : "$"];
  addRuns(runs.all, framed, found);
  addRuns(
    runs.key,
    framed.filter((word) => !placeholders.has(word)),
    found,
  );
  for (const way of waysIn(words, isQuestion)) found.add(wayFeature(way));
  return found;
}

const wayFeature = rememberText((way) => ({
  place: hashFeature(way, questionBits),
  value: patternValue,
}));

function waysIn(words: readonly string[], isQuestion: boolean): readonly string[] {
  const [isOfBot, isOfHuman] = [words.includes("BOT"), words.includes("HUM")];
  if (!isOfBot && !isOfHuman) return [];
  const core = words.filter((word) => !filler.has(word)).join(" ");
  const ways = patterns.flatMap(([name, pattern]) => {
    if (!pattern.test(core)) return [];
    return isQuestion ? [`is ${name}`, `is ${name}?`] : [`is ${name}`];
  });
  if (isQuestion) ways.push("is asked");
  if (isOfBot && isOfHuman) ways.push("is both");
  if (isOfBot && isOfHuman && words.includes("you")) ways.push("is both of you");
  return ways;
}

/** A run of words with its feature, and the runs that are one word longer. */
type Run = {
  readonly name: string;
  readonly feature: QuestionFeature;
  readonly longer: Map<string, Run>;
};
type Runs = { readonly all: Run; readonly key: Run; known: number };

/** Runs are memoised, since the mapped vocabulary is small; with more than these all are forgotten. */
const runsMost = 40_000;
let runs = createRuns();

function createRuns(): Runs {
  return { all: runOf(""), key: runOf("key "), known: 0 };
}

function runOf(name: string): Run {
  const feature = { place: hashFeature(name, questionBits), value: 1 };
  return { name, feature, longer: new Map() };
}

/** The run that a word continues; `none` is continued without a space. */
function longerRun(run: Run, word: string, none: Run): Run {
  let longer = run.longer.get(word);
  if (longer === undefined) {
    longer = runOf(run === none ? run.name + word : `${run.name} ${word}`);
    run.longer.set(word, longer);
    runs.known += 1;
  }
  return longer;
}

/** Adds the runs of up to `longest` words, shorter ones first. */
function addRuns(none: Run, words: readonly string[], found: Set<QuestionFeature>): void {
  let ending = words.map(() => none);
  for (let length = 1; length <= longest; length += 1) {
    ending = words
      .slice(length - 1)
      .map((word, from) => longerRun(ending[from] ?? none, word, none));
    for (const { feature } of ending) found.add(feature);
  }
}
