import type { Features } from "@/lib/learning/features";
import { hashFeature } from "@/lib/learning/hash-feature";
import { createPlaceSet } from "@/lib/learning/place-set";
import { createWordFinders } from "@/lib/learning/word-finder";
import { findWordStarts } from "@/lib/learning/word-starts";
import { letterBeyondAscii } from "@/lib/learning/other-script";
import { ofWord, readWords, type Word } from "@/lib/learning/read-words";

/**
 * Politeness strategies, each as two features: at the start of a message and anywhere
 * (Danescu-Niculescu-Mizil et al. 2013, Brown and Levinson 1987).
 */
const strategies: readonly RegExp[] = [
  /\b(thanks|thank you|thx|cheers|grateful|gratitude)\b/,
  /\b(appreciate\w*|much obliged)\b/,
  /\b(please|pls|plz|kindly)\b/,
  /^(please|pls|plz)\b/,
  /\b(sorry|apolog\w+|excuse me|my bad|pardon|forgive)\b/,
  /\b(hi|hello|hey|greetings|good (morning|afternoon|evening|day)|dear|welcome)\b/,
  /\b(could|would|might) (you|i|we)\b/,
  /\b(can|will) (you|i|we)\b/,
  /\bdo you (mind|think)|would you (mind|like|care|be)\b|\bif you (like|want|wish|don't mind|could|can|would|have time|are able)\b/,
  /\b(i was|i'm|i am|was|just) (just )?(wondering|curious|hoping)\b|\bi wonder\b/,
  /\b(maybe|perhaps|possibly|probably|seems?|appears?|somewhat|a bit|a little|sort of|kind of|i think|i believe|i guess|i suppose|it might|may be)\b/,
  /\b(great|good|nice|excellent|wonderful|awesome|amazing|perfect|fantastic|lovely|interesting|brilliant|well done|congrat\w*|delight\w*|happy|glad|pleased|enjoy\w*|love|hope|like)\b/,
  /\b(bad|wrong|terrible|awful|stupid|ridiculous|nonsense|useless|silly|incorrect|absurd|worst|hate|fail\w*|disrupt\w*|vandal\w*|pointless|lie|lying|false|ignor\w+|refus\w+|insist\w*|attack\w*|accus\w*)\b/,
  /\b(actually|in fact|really|obviously|clearly|honestly|simply|of course|surely|certainly|never|always|ever)\b/,
  /^(so|then|and|but|or|well|ok|okay|oh|um|uh|yeah|no|yes)\b/,
  /^(what|why|who|how|when|where|which|whose)\b/,
  /\b(why|how come|what the|who (are|do) you|since when|what makes you|on what basis)\b/,
  /^(you|your|you're)\b/,
  /^(i|my|i'm|i've|i'd)\b/,
  /^(are|is|do|did|does|have|has|was|were|don't|didn't|isn't|aren't)\b/,
  /\b(you|your|yours|yourself)\b/,
  /\b(i|my|me|mine)\b/,
  /\b(we|us|our|let's|together)\b/,
  /\b(help|assist|assistance|advice|advise|suggest\w*|recommend\w*|guidance|explain|clarify|idea)\b/,
  /\b(by the way|btw|also|in addition|another)\b/,
  /\b(must|should|need to|have to|had better|stop|don't|do not|cannot|can't|won't|not)\b/,
  /\b(are you (even|really|serious|kidding|joking|sure)|you (don't|didn't|haven't|can't|won't|keep|just|should|must|need|are not|aren't|clearly|obviously))\b/,
  /\b(any (chance|thoughts|idea|ideas|objection\w*|suggestion\w*)|let me know|feel free|take a look|have a look|look forward|take care|no problem|no worries|you're welcome|best|regards)\b/,
  /\b(understand|i see|fair enough|agree|good point|makes sense|you're right|you are right)\b/,
  /\b(if|unless|when you)\b/,
  /\b(damn|hell|crap|shit|fuck\w*|wtf|idiot\w*|moron\w*|dumb|bull\w*)\b/,
  /\b(may i|could i|might i|can i|am i|should i|do you know|any idea)\b/,
  /\b(again|already|yet|still|several times|how many)\b/,
  /[!]/,
  /[?].*[?]/,
  /[?!]{2,}|\.\.\./,
  /[:;]-?[)d]|<smile>|🙂|😊|😀/,
  /["“'].+["”']/,
];
const findStrategies = createWordFinders(strategies);
const strategyCount = strategies.length + 6;
const runBits = 12;
export const politenessSize = strategyCount + (1 << runBits);
/** Value of an n-gram feature, small against the strategies, which transfer between corpora. */
const runValue = 1;

const small = new Set(
  "i me my you your he she it we us they them this that these those there here what who which how why when where am is are was were be been do does did have has had can could would will should may might must not no yes or and but if because so of to with on in at for from by as a an the some any just only also please thanks thank sorry think know want like help wondering wonder mind hi hello hey don't didn't isn't aren't can't won't wouldn't couldn't shouldn't i'm i've i'd you're it's that's".split(
    " ",
  ),
);

/**
 * Politeness features of a message: strategies, its frustration, and n-grams of function words in
 * which every other word is `_`.
 * @param frustration its log-odds of frustration
 */
export function politenessFeatures(text: string, frustration: number): Features {
  const lower = text.toLowerCase().replaceAll("’", "'").trim();
  // Letters of other alphabets may change in lower case with what stands beside them.
  const { words } = readWords(letterBeyondAscii.test(text) ? lower : text);
  const numbers = [
    ...findStrategies(findWordStarts(lower)).map(Number),
    Math.max(-2, Math.min(2, frustration + 1.5)),
    Math.log2(1 + words.length) / 4,
    share(words, ({ text }) => text === "you" || text === "your"),
    share(words, ({ text }) => text === "i" || text === "my"),
    share(words, ({ text }) => text.length > 6),
    /\?\s*$/.test(lower) ? 1 : 0,
  ];
  const runs = runsOf(words);
  const value = runValue / Math.sqrt(runs.size);
  for (const run of runs) {
    const place = featureIndex(run);
    runPlaces.add(place);
    sums[place] = (sums[place] ?? 0) + value;
  }
  const hashed = runPlaces.take();
  const places = new Int32Array(strategyCount + hashed.length);
  const values = new Float64Array(places.length);
  for (const [place, number] of numbers.entries()) {
    places[place] = place;
    values[place] = number;
  }
  for (const [index, place] of hashed.entries()) {
    places[strategyCount + index] = place;
    values[strategyCount + index] = sums[place] ?? 0;
    sums[place] = 0;
  }
  return { places, values };
}

function share(words: readonly Word[], is: (word: Word) => boolean): number {
  return (words.filter(is).length / Math.max(1, words.length)) * 5;
}

/** Alphabet of the n-grams, one digit each; every other word is `_`. */
const parts = ["", "_", "^", "$", ...small];
const digits = new Map(parts.map((part, digit) => [part, digit]));
const [other, begin, finish] = [1, 2, 3] as const;
const digitOf = ofWord((word) => digits.get(word) ?? other);
const longest = 3;

/** A message's n-grams, each once: numbers with one digit per word. */
function runsOf(words: readonly Word[]): ReadonlySet<number> {
  const mapped = [begin, ...words.map(digitOf), finish];
  const runs = new Set<number>();
  for (let length = 1; length <= longest; length += 1) {
    for (let from = 0; from + length <= mapped.length; from += 1) {
      let run = 0;
      for (let at = from; at < from + length; at += 1) run = run * parts.length + (mapped[at] ?? 0);
      runs.add(run);
    }
  }
  return runs;
}

const runPlaces = createPlaceSet(politenessSize);
/** Values of the n-grams of the message at hand; all 0 between messages. */
const sums = new Float64Array(politenessSize);
/** By n-gram its feature index; 0 for an n-gram not met yet. */
const known = new Uint16Array(parts.length ** longest);

/** The hashed index of an n-gram, memoised: few are in use. */
function featureIndex(run: number): number {
  const found = known[run] ?? 0;
  if (found > 0) return found;
  const words: string[] = [];
  for (let rest = run; rest > 0; rest = Math.floor(rest / parts.length)) {
    words.unshift(parts[rest % parts.length] ?? "");
  }
  const place = strategyCount + hashFeature(words.join(" "), runBits);
  known[run] = place;
  return place;
}
