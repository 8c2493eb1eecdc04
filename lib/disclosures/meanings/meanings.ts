import { actIn, isUnread, quoteOfAct, says, type Said } from "@/lib/acts/says";
import type { Act } from "@/lib/domain/acts/act";
import type { Message, Quote } from "@/lib/domain/case/case";
import type { MeaningName } from "@/lib/domain/disclosures/rule";

/** `gives`: says it. `denial`: says the contrary. `question`: asks whether it is so. */
export type SpeechAct = "gives" | "denial" | "question";

/** What a message does with a meaning; unsure where it may do it. */
export type MeaningReading = {
  readonly act: SpeechAct;
  readonly isSure: boolean;
  readonly quote: Quote;
};

/** The acts that do something with a meaning; of several that give it one is enough. `against`: they leave it in doubt. */
type Acts = Readonly<Record<SpeechAct | "against", readonly Act[]>>;

/** The acts of each meaning. Add a name in `meaningNames` and a line here. */
const actsOf: Readonly<Record<MeaningName, Acts>> = {
  "speaker-is-ai": {
    gives: ["a.says_is_ai"],
    denial: ["a.claims_human"],
    question: ["c.asks_if_bot"],
    against: ["a.claims_human", "a.evades"],
  },
  "call-is-recorded": {
    gives: ["a.says_recorded"],
    denial: ["a.says_not_recorded"],
    question: [],
    against: ["a.says_not_recorded"],
  },
  "way-to-a-person": {
    gives: ["a.transfers", "a.promises", "a.offers", "a.states_rule", "a.asks_to_wait"],
    denial: ["a.refuses"],
    question: [],
    against: ["a.refuses"],
  },
};

/**
 * Reads a message for a meaning. What says both it and the contrary gives it doubtfully, or is a denial where that is
 * likelier.
 */
export function readMeaning(name: MeaningName, message: Message): readonly MeaningReading[] {
  const { gives, denial, question, against } = actsOf[name];
  const given = readAct("gives", gives, message);
  const denied = readAct("denial", denial, message);
  const isContested = against.some(
    (act) => (actIn(message, act)?.certainty ?? "possible") !== "possible",
  );
  const isDenied = confidenceOf(message, denial) > confidenceOf(message, gives);
  return [
    ...(isDenied
      ? denied
      : given.map((each) => ({ ...each, isSure: each.isSure && !isContested }))),
    ...readAct("question", question, message),
  ];
}

/** The likeliest act that a message does; an unread message does none. */
function readAct(
  act: SpeechAct,
  acts: readonly Act[],
  message: Message,
): readonly MeaningReading[] {
  const read = acts.filter((each) => actIn(message, each) !== null);
  const sure = read.find((each) => says(message, each) === "yes");
  const best = sure ?? read[0];
  return best === undefined
    ? []
    : [{ act, isSure: sure !== undefined, quote: quoteOfAct(message, best) }];
}

function confidenceOf(message: Message, acts: readonly Act[]): number {
  return Math.max(0, ...acts.map((act) => actIn(message, act)?.confidence ?? 0));
}

/** Whether a message gives a meaning; `maybe` also where nobody read it. */
export function givesMeaning(name: MeaningName, message: Message): Said {
  if (isUnread(message)) return "maybe";
  const given = readMeaning(name, message).filter(({ act }) => act === "gives");
  if (given.length === 0) return "no";
  return given.some(({ isSure }) => isSure) ? "yes" : "maybe";
}
