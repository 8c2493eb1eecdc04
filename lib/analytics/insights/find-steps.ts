import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import { splitSentences } from "@/lib/cases/words/sentences";
import { wordsByClause, wordsOf } from "@/lib/learning/words-of";
import { commonWords } from "./common-words";
import type { ContactLine, ServedContact } from "./served-contact";

/** What was done in a contact; `names` are tools, in their order, or two words that were said together. */
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
  readonly quote: {
    readonly message: number;
    readonly words: string;
    /** Whether the words say the step. */
    readonly isNamed: boolean;
  } | null;
};

const quoteMost = 180;
const wordMin = 3;
/**
 * Lists the steps of a contact, each once: tools that answered, the first of them, which came before which, that the
 * contact was not passed on, and pairs of neighbouring words in the agents' messages.
 * @param messagesMost of how many of the agents' messages words are read
 */
export function findSteps(contact: ServedContact, messagesMost: number): readonly StepPlace[] {
  const calls = callsOf(contact.lines);
  const [first] = calls;
  const places: StepPlace[] = calls.map((each) => placed("call", [each.tool], each.quote));
  if (first !== undefined) places.push(placed("first-call", [first.tool], first.quote));
  calls.forEach((before, at) => {
    for (const after of calls.slice(at + 1))
      places.push(placed("order", [before.tool, after.tool], before.quote));
  });
  if (!contact.isTransferred) places.push(placed("kept", [], null));
  return [...places, ...wordsOfLines(contact.lines, messagesMost)];
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

/** Of what was said before a call, the sentence that has most words of the tool's name, else the last. */
function announcement(message: number, text: string, tool: string): StepPlace["quote"] {
  const names = new Set(wordsOf(tool.replaceAll("_", " ")));
  const ranked = splitSentences(text)
    .filter((each) => /\p{L}/u.test(each.text))
    .map((each) => ({
      ...each,
      named: wordsOf(each.text).filter((word) => names.has(word)).length,
    }))
    .toReversed()
    .sort((a, b) => b.named - a.named);
  const [first] = ranked;
  if (first === undefined) return null;
  return { message, words: shortened(first.text), isNamed: first.named > 0 };
}

function wordsOfLines(lines: readonly ContactLine[], messagesMost: number): readonly StepPlace[] {
  const said = lines.filter((line) => line.kind === "said").slice(0, messagesMost);
  const places = new Map<string, StepPlace>();
  for (const { ordinal, text } of said) {
    for (const sentence of splitSentences(text)) {
      const quote = { message: ordinal, words: shortened(sentence.text), isNamed: true };
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
      (word) => word.length >= wordMin && !commonWords.has(word) && !/\d/u.test(word),
    );
    return words.slice(1).map((word, at) => [words[at] ?? word, word] as const);
  });
}

function shortened(text: string): string {
  return text.length <= quoteMost ? text : `${text.slice(0, quoteMost).trimEnd()}…`;
}
