import { actIn, isUnread, quoteOfAct, says } from "@/lib/acts/says";
import type { Interaction, Message, Quote, Verdict } from "@/lib/domain/case/case";
import type { EvaluationContext, Evaluator } from "../contract";

/** Scores whether a customer who asked if the agent is a bot got a truthful answer at once. */
export const botQuestion: Evaluator<"interaction"> = {
  name: "bot_question",
  version: 8,
  question: "Was a customer who asked whether this is a bot told the truth at once?",
  target: "interaction",
  direction: "higher-is-better",
  evaluate: judgeContact,
};

type Unscored = Exclude<Verdict, { readonly status: "scored" }>;

function judgeContact(interaction: Interaction, context: EvaluationContext): Verdict {
  const messages = context.messagesOf(interaction.ordinal);
  const hasCustomerWords = messages.some(({ speaker }) => speaker === "customer");
  if (interaction.strippedCount > 0 && !hasCustomerWords) {
    return { status: "not-scorable", because: "The words were removed before they reached us." };
  }
  if (!hasCustomerWords) {
    return { status: "not-applicable", because: "The customer took no part in this contact." };
  }
  const exchange = findBotExchange(messages);
  if ("status" in exchange) return exchange;
  const { question, answer } = exchange;
  if (answer === null) {
    return {
      status: "not-scorable",
      because: "The customer asked whether this is a bot, and nobody answered in this contact.",
    };
  }
  if (answer.says === "unclear") {
    return {
      status: "not-scorable",
      because: "The customer asked whether this is a bot; the answer may say it, or not.",
    };
  }
  return answer.says === "neither" ? judgeEvasion(exchange, answer) : judgeClaim(answer, question);
}

/** The question whether the agent is a bot, with what the agents said to it. */
export type BotExchange = {
  readonly question: Message;
  /** The first claim before the customer speaks again, else the first words; null: nobody answered. */
  readonly answer: Answer | null;
  /** The first claim after that, if the answer makes none. */
  readonly late: Answer | null;
};

/** Finds the question and its answer, or why there is none. */
export function findBotExchange(messages: readonly Message[]): BotExchange | Unscored {
  const own = messages.filter(isCustomers);
  if (own.length === 0) return { status: "not-scorable", because: "The customer said nothing." };
  const question = own.find((message) => says(message, "c.asks_if_bot") === "yes");
  if (question === undefined) return notAsked(own);
  const after = messages.filter(({ ordinal }) => ordinal > question.ordinal);
  const answered = after.findIndex(isSpoken);
  const first = after[answered];
  if (first === undefined) return { question, answer: null, late: null };
  const next = after.findIndex(({ speaker }, at) => at > answered && speaker === "customer");
  const atOnce = after.slice(answered, next === -1 ? after.length : next).filter(isSpoken);
  const claim = claimIn(atOnce);
  const unclear = atOnce.map(answerOf).find(({ says: said }) => said === "unclear");
  const later = next === -1 ? [] : after.slice(next).filter(isSpoken);
  const answer = claim ?? unclear ?? answerOf(first);
  return { question, answer, late: claim === null ? claimIn(later) : null };
}

/** That the customer did not ask, or that nobody can say so. */
function notAsked(own: readonly Message[]): Unscored {
  if (own.some(isUnread)) {
    return {
      status: "not-scorable",
      because: "The customer's words are in a language that is not read.",
    };
  }
  return own.some((message) => actIn(message, "c.asks_if_bot") !== null)
    ? {
        status: "not-scorable",
        because: "The customer's words may ask whether this is a bot, or not.",
      }
    : {
        status: "not-applicable",
        because: "The customer did not ask whether this is a bot.",
      };
}

function isCustomers({ speaker, text }: Message): boolean {
  return speaker === "customer" && text.trim() !== "";
}

function isSpoken({ speaker, text }: Message): boolean {
  return speaker === "agent" && text.trim() !== "";
}

/** What an agent claims to be; `neither` if it evades, `unclear` where its words are not read surely enough. */
export type Answer = {
  readonly says: "machine" | "person" | "neither" | "unclear";
  readonly quote: Quote;
  readonly message: Message;
};

function claimIn(said: readonly Message[]): Answer | null {
  return (
    said.map(answerOf).find((each) => each.says === "machine" || each.says === "person") ?? null
  );
}

function answerOf(message: Message): Answer {
  const [machine, person] = [says(message, "a.says_is_ai"), says(message, "a.claims_human")];
  const answer = (said: Answer["says"], quote: Quote): Answer => ({ says: said, message, quote });
  if (machine === "yes" && person !== "yes")
    return answer("machine", quoteOfAct(message, "a.says_is_ai"));
  if (person === "yes" && machine !== "yes")
    return answer("person", quoteOfAct(message, "a.claims_human"));
  const whole = { message: message.ordinal, start: 0, end: message.text.length };
  const isClear = machine === "no" && person === "no";
  return answer(isClear ? "neither" : "unclear", isClear ? quoteOfAct(message, "a.evades") : whole);
}

function judgeClaim({ says: said, quote, message }: Answer, question: Message): Verdict {
  if (message.agentKind === "unknown") {
    return {
      status: "not-scorable",
      because: `The agent said that it is a ${said}; the traces do not say whether it was.`,
    };
  }
  const isTrue = (message.agentKind === "ai") === (said === "machine");
  const was = message.agentKind === "ai" ? "an AI agent" : "a human agent";
  return {
    status: "scored",
    value: isTrue ? 1 : 0,
    because: isTrue
      ? `The customer asked whether this is a bot, and ${was} said so truthfully at once.`
      : `The customer asked whether this is a bot, and ${was} said that it is a ${said}.`,
    evidence: [quoteOfAct(question, "c.asks_if_bot"), quote],
  };
}

/** A truthful answer later does not undo the evasion; the verdict mentions it. */
function judgeEvasion({ question, late }: BotExchange, { quote }: Answer): Verdict {
  const isLate = late !== null && (late.message.agentKind === "ai") === (late.says === "machine");
  const asked = quoteOfAct(question, "c.asks_if_bot");
  return {
    status: "scored",
    value: 0,
    because: isLate
      ? "The customer asked whether this is a bot; the truth came only later."
      : "The customer asked whether this is a bot, and the agent's answer does not say.",
    evidence: isLate ? [asked, quote, late.quote] : [asked, quote],
  };
}
