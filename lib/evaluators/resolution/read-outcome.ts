import type { Evidence, Message } from "@/lib/domain/case/case";
import { isFailedCall } from "@/lib/cases/closure/find-writes";
import { findAsking } from "@/lib/cases/words/last-words";
import { splitSentences, type Sentence } from "@/lib/cases/words/sentences";
import {
  isAcceptance,
  isDisappointment,
  isFarewell,
  isOffer,
  polarityOf,
  type Polarity,
} from "./polarity";
import type { OutcomeKey, Sign } from "./sign";

const longestToolAnswer = 400;
const fewestWords = 3;
/** How many of the customer's last messages are read for their reaction. */
const lastMessages = 2;

/**
 * Signs of the outcome of a contact with a human agent: the agent's last words and acts, and the customer's reaction.
 */
export function readOutcome(messages: readonly Message[]): Readonly<Record<OutcomeKey, Sign>> {
  const spoken = messages.filter(({ tool, text }) => tool === null && text.trim() !== "");
  const agent = spoken.filter((message) => message.speaker === "agent");
  const late = spoken.filter((message) => message.speaker === "customer").slice(-lastMessages);
  const last = findLastWords(agent);
  const lastCustomer = late.at(-1);
  const polarities = agent.map((message) => ({ message, says: polarityOf(message.text) }));
  const refusing = polarities.filter(({ says }) => says === -1);
  const decided = polarities.findLast(({ says }) => says !== 0);
  const tool = findToolOutcome(messages);
  const final = spoken.at(-1);
  const unanswered = final?.speaker === "customer" ? findAsking(final.text) : null;
  const offer = findOffer(agent);
  const lastRefusal = refusing.at(-1)?.message.ordinal ?? -1;
  const accepting = late.find(
    ({ text, ordinal }) =>
      ordinal > lastRefusal && splitSentences(text).some((each) => isAcceptance(each.text)),
  );
  const regretting = late.find(({ text }) => isDisappointment(text));
  return {
    lastWords: {
      ...threefold(
        last.says,
        ["refuse", "name no outcome", "say that it is done"].map(
          (words) => `the agent's last words ${words}`,
        ),
      ),
      evidence: last.evidence,
    },
    lastOutcome: {
      ...threefold(decided?.says ?? 0, [
        "the last outcome the agent named is bad",
        null,
        "the last outcome the agent named is good",
      ]),
      evidence: wholeOf(decided?.message),
    },
    refusals: against(
      -refusing.length / Math.max(1, agent.length),
      "the agent refused or failed",
      wholeOf(refusing[0]?.message),
    ),
    toolOutcome: {
      ...threefold(tool.says, [
        "the last tool that told of an outcome failed",
        null,
        "the last tool that told of an outcome succeeded",
      ]),
      evidence: wholeOf(tool.message),
    },
    disappointment: against(
      regretting === undefined ? 0 : -1,
      "the customer was disappointed or gave up",
      wholeOf(regretting),
    ),
    acceptance: {
      value: accepting === undefined ? 0 : 1,
      pro: accepting === undefined ? null : "the customer agreed or was content",
      contra: null,
      evidence: wholeOf(accepting),
    },
    openQuestion: against(
      last.isQuestion && last.at > (lastCustomer?.ordinal ?? -1) ? -1 : 0,
      "the agent's last question stands unanswered",
      last.evidence,
    ),
    unanswered: against(
      unanswered === null ? 0 : -1,
      "the customer's last request stands unanswered",
      sentenceOf(final, unanswered),
    ),
    movedOn: against(
      offer !== null && last.says !== 1 ? -1 : 0,
      "the agent asked whether more was needed, and its last words name no success",
      offer,
    ),
  };
}

/** @param words for a bad outcome, none, and a good one */
function threefold(
  value: Polarity,
  [bad = null, none = null, good = null]: readonly (string | null)[],
): Omit<Sign, "evidence"> {
  return {
    value,
    pro: value === 1 ? good : null,
    contra: value === -1 ? bad : value === 0 ? none : null,
  };
}

function against(value: number, contra: string, evidence: Evidence | null): Sign {
  return value === 0
    ? { value: 0, pro: null, contra: null, evidence: null }
    : { value, pro: null, contra, evidence };
}

/** The agent's last offer of more help. */
function findOffer(agent: readonly Message[]): Evidence | null {
  for (const message of agent.toReversed()) {
    const offer = splitSentences(message.text).findLast(({ text }) => isOffer(text));
    if (offer !== undefined) return sentenceOf(message, offer);
  }
  return null;
}

type LastWords = {
  readonly says: Polarity;
  readonly isQuestion: boolean;
  /** Ordinal of the message; −1 if there is none. */
  readonly at: number;
  readonly evidence: Evidence | null;
};

function findLastWords(agent: readonly Message[]): LastWords {
  for (const message of agent.toReversed()) {
    const informative = splitSentences(message.text).filter(isInformative);
    const last = informative.at(-1);
    if (last === undefined) continue;
    const says = informative.map(({ text }) => polarityOf(text));
    const outcome = says.includes(-1) ? -1 : says.includes(1) ? 1 : 0;
    const informativeMessage = informative[says.lastIndexOf(outcome)] ?? last;
    return {
      says: outcome,
      isQuestion: last.text.endsWith("?"),
      at: message.ordinal,
      evidence: sentenceOf(message, informativeMessage),
    };
  }
  return { says: 0, isQuestion: false, at: -1, evidence: null };
}

function isInformative({ text }: Sentence): boolean {
  return text.split(/\s+/).length >= fewestWords && !isFarewell(text);
}

/** The last tool whose answer states an outcome; long answers hold words of both kinds and are skipped. */
function findToolOutcome(messages: readonly Message[]): {
  readonly says: Polarity;
  readonly message: Message | undefined;
} {
  for (const message of messages.toReversed()) {
    if (message.tool === null) continue;
    if (isFailedCall(message)) return { says: -1, message };
    const says = message.text.length > longestToolAnswer ? 0 : polarityOf(message.text);
    if (says !== 0) return { says, message };
  }
  return { says: 0, message: undefined };
}

function sentenceOf(message: Message | undefined, sentence: Sentence | null): Evidence | null {
  if (message === undefined || sentence === null) return null;
  return { message: message.ordinal, start: sentence.start, end: sentence.end };
}

function wholeOf(message: Message | undefined): Evidence | null {
  return message === undefined
    ? null
    : { message: message.ordinal, start: 0, end: message.text.length };
}
