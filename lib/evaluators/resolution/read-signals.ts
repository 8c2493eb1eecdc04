import type { Evidence, Message } from "@/lib/domain/case";
import { findWrites, isFailedCall } from "@/lib/cases/closure/find-writes";
import { isRefusal } from "@/lib/cases/words/failure";
import { findRequestedActions } from "@/lib/cases/words/requests";
import { splitSentences } from "@/lib/cases/words/sentences";

/** What a contact shows of its end and of the effort it took. */
export type Signals = {
  readonly customerMessages: number;
  readonly agentWords: number;
  /** Marks of a request with conditions or several parts. */
  readonly complexity: number;
  /** A tool that failed and did not succeed afterwards. */
  readonly unrecovered: Evidence | null;
  /** Figures an agent named that neither a tool nor the customer had named, as a share of all. */
  readonly unfoundedRatio: number;
  readonly ending: Ending;
  readonly isHuman: boolean;
  readonly isInformationOnly: boolean;
  readonly acceptance: Evidence | null;
};

/** How the last words that matter stand: what the agent said before the farewells. */
export type Ending = {
  readonly kind: "done" | "refused" | "asked" | "unanswered" | "neutral";
  readonly evidence: Evidence | null;
};

/** Reads the signals of one contact from its messages. */
export function readSignals(messages: readonly Message[]): Signals {
  const customer = messages.filter((message) => message.speaker === "customer");
  const agent = messages.filter((message) => message.speaker === "agent");
  const asked = customer.flatMap((message) => findRequestedActions(message.text));
  return {
    customerMessages: customer.length,
    agentWords: countWords(agent),
    complexity: countMatches(customer, complexAsks),
    unrecovered: findUnrecovered(messages),
    unfoundedRatio: measureUnfounded(messages),
    ending: readEnding(messages),
    isHuman: agent.some((message) => message.agentKind === "human"),
    isInformationOnly: asked.length === 0 && findWrites(messages).length === 0,
    acceptance: findAcceptance(messages),
  };
}

const complexAsks =
  /\b(also|another|both|all of|if|cheapest|as well|in addition|otherwise|unless|except|either|at least)\b/gi;
const farewell =
  /\b(thank|thanks|bye|goodbye|have a (great|good|nice|wonderful|lovely)|take care|you're welcome|you’re welcome|welcome|glad|happy to help|my pleasure|anything else|enjoy|reach out)\b/i;
const done =
  /\b(done|booked|confirmed|scheduled|completed|processed|success(fully)?|all set|has been|have been|reserved|cancell?ed|updated|on (its|the) way|submitted|approved)\b/i;
const accepted =
  /\b(perfect|great|sounds good|that works|excellent|awesome|exactly|wonderful|i'll take|i’ll take|that's all|that’s all|that is all|good to know|got it|that helps|fantastic|lovely|yes,? please)\b/i;

/** The agent's last words that are more than a farewell, and whether the customer still waits. */
function readEnding(messages: readonly Message[]): Ending {
  const spoken = messages.filter((message) => message.tool === null);
  const final = spoken.at(-1);
  if (final?.speaker === "customer" && isWaiting(final)) {
    return { kind: "unanswered", evidence: whole(final) };
  }
  for (const message of spoken.toReversed()) {
    if (message.speaker !== "agent") continue;
    const sentences = splitSentences(message.text).filter(({ text }) => !farewell.test(text));
    const last = sentences.at(-1);
    if (last === undefined) continue;
    const evidence = { message: message.ordinal, start: last.start, end: last.end };
    if (sentences.some(({ text }) => isRefusal(text))) return { kind: "refused", evidence };
    if (last.text.endsWith("?")) return { kind: "asked", evidence };
    const isDone = sentences.some(({ text }) => done.test(text));
    return { kind: isDone ? "done" : "neutral", evidence };
  }
  return {
    kind: spoken.some((each) => each.speaker === "agent") ? "neutral" : "unanswered",
    evidence: null,
  };
}

function isWaiting(message: Message): boolean {
  return message.text.includes("?") || findRequestedActions(message.text).length > 0;
}

function findUnrecovered(messages: readonly Message[]): Evidence | null {
  const failed = new Map<string, Message>();
  for (const message of messages) {
    if (message.tool === null) continue;
    if (isFailedCall(message)) failed.set(message.tool.name, message);
    else failed.delete(message.tool.name);
  }
  const first = [...failed.values()][0];
  return first === undefined ? null : whole(first);
}

function measureUnfounded(messages: readonly Message[]): number {
  const known = new Set<string>();
  let named = 0;
  let unfounded = 0;
  for (const message of messages) {
    for (const [figure] of message.text.matchAll(/\d[\d,.]*\d/g)) {
      const plain = figure.replaceAll(",", "").replace(/\.0+$/, "");
      if (message.speaker !== "agent") known.add(plain);
      else {
        named += 1;
        if (!known.has(plain)) unfounded += 1;
      }
    }
  }
  return named === 0 ? 0 : unfounded / named;
}

function findAcceptance(messages: readonly Message[]): Evidence | null {
  const firstAnswer = messages.find((message) => message.speaker === "agent")?.ordinal ?? Infinity;
  for (const message of messages.toReversed()) {
    if (message.speaker !== "customer" || message.ordinal < firstAnswer) continue;
    const sentence = splitSentences(message.text).find(({ text }) => accepted.test(text));
    if (sentence === undefined || sentence.text.endsWith("?")) continue;
    return { message: message.ordinal, start: sentence.start, end: sentence.end };
  }
  return null;
}

function whole(message: Message): Evidence {
  return { message: message.ordinal, start: 0, end: message.text.length };
}

function countWords(messages: readonly Message[]): number {
  return messages.reduce((sum, message) => sum + message.text.split(/\s+/).length, 0);
}

function countMatches(messages: readonly Message[], pattern: RegExp): number {
  return messages.reduce((sum, message) => sum + (message.text.match(pattern)?.length ?? 0), 0);
}
