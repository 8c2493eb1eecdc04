import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import { splitSentences } from "@/lib/cases/words/sentences";
import { wordsByClause, wordsOf } from "@/lib/learning/words-of";
import type { ContactLine, FirstContact } from "./first-contact";

/** What was done in a first contact; `names` are tools, in their order, or two words that were said together. */
export type Step = {
  readonly kind: "call" | "first-call" | "order" | "kept" | "words";
  readonly names: readonly string[];
};

/** A step of a contact, and the words that show it. */
export type StepPlace = {
  /** Equal for equal steps: "call reset_port". */
  readonly id: string;
  readonly step: Step;
  /** The agent's sentence at it; null: no words go with it. */
  readonly quote: { readonly message: number; readonly words: string } | null;
};

/** Agents' first messages: later words may be the consequence of how the contact went. */
const messagesMost = 3;
const quoteMost = 180;
const wordMin = 3;
/** Words of any sentence, and courtesies. */
const common = new Set(
  (
    "the and for you your yours our ours are was were will would can could shall should may might must have has had " +
    "been being this that these those there here with from into onto over under about after before again then than " +
    "just only also very not yes but its it's i'll i'm i've i'd we'll we're we've you're you've you'd don't can't " +
    "that's there's what's let's let how what when where which who why all any some each more most much many one two " +
    "hello dear good morning afternoon evening day sorry thank thanks please welcome speaking name call calling " +
    "today monday tuesday wednesday thursday friday saturday sunday know get got going see say said like okay " +
    "alright sure help hear she her his him they them their does did done doing "
  )
    .split(" ")
    .filter((each) => each !== ""),
);

/**
 * Lists the steps of a first contact, each once: tools that answered, the first of them, which came before which, that
 * the contact was not passed on, and pairs of neighbouring words in the agents' first messages.
 */
export function findSteps(contact: FirstContact): readonly StepPlace[] {
  const calls = callsOf(contact.lines);
  const [first] = calls;
  const places: StepPlace[] = calls.map((each) => placed("call", [each.tool], each.quote));
  if (first !== undefined) places.push(placed("first-call", [first.tool], first.quote));
  calls.forEach((before, at) => {
    for (const after of calls.slice(at + 1))
      places.push(placed("order", [before.tool, after.tool], before.quote));
  });
  if (!contact.isTransferred) places.push(placed("kept", [], null));
  return [...places, ...wordsOfLines(contact.lines)];
}

function placed(kind: Step["kind"], names: readonly string[], quote: StepPlace["quote"]) {
  return { id: [kind, ...names].join(" "), step: { kind, names }, quote };
}

type Call = { readonly tool: string; readonly quote: StepPlace["quote"] };

/** The first successful call of each tool, with the agent's last sentence before it. */
function callsOf(lines: readonly ContactLine[]): readonly Call[] {
  const calls = new Map<string, Call>();
  let said: Extract<ContactLine, { kind: "said" }> | null = null;
  for (const line of lines) {
    if (line.kind === "said") said = line;
    else if (!line.isError && !calls.has(line.tool)) {
      const quote = said === null ? null : announcement(said.ordinal, said.text, line.tool);
      calls.set(line.tool, { tool: line.tool, quote });
    }
  }
  return [...calls.values()];
}

/** Of what was said before a call, the sentence that has a word of the tool's name, else the last. */
function announcement(message: number, text: string, tool: string): StepPlace["quote"] {
  const names = new Set(wordsOf(tool.replaceAll("_", " ")));
  const sentences = splitSentences(text).filter((each) => /\p{L}/u.test(each.text));
  const named = sentences.find((each) => wordsOf(each.text).some((word) => names.has(word)));
  const sentence = named ?? sentences.at(-1);
  return sentence === undefined ? null : { message, words: shortened(sentence.text) };
}

function wordsOfLines(lines: readonly ContactLine[]): readonly StepPlace[] {
  const said = lines.filter((line) => line.kind === "said").slice(0, messagesMost);
  const places = new Map<string, StepPlace>();
  for (const { ordinal, text } of said) {
    for (const sentence of splitSentences(text)) {
      const quote = { message: ordinal, words: shortened(sentence.text) };
      for (const pair of pairsOf(sentence.text)) {
        const place = placed("words", pair, quote);
        if (!places.has(place.id)) places.set(place.id, place);
      }
    }
  }
  return [...places.values()];
}

/** Neighbouring words of a clause, without common words, numbers and masked values. */
function pairsOf(sentence: string): readonly (readonly [string, string])[] {
  return wordsByClause(sentence.replaceAll(maskedPattern, ".")).flatMap((clause) => {
    const words = clause.filter(
      (word) => word.length >= wordMin && !common.has(word) && !/\d/u.test(word),
    );
    return words.slice(1).map((word, at) => [words[at] ?? word, word] as const);
  });
}

function shortened(text: string): string {
  return text.length <= quoteMost ? text : `${text.slice(0, quoteMost).trimEnd()}…`;
}
