import type { Evidence, Message } from "@/lib/domain/case/case";
import { findWrites, isFailedCall } from "@/lib/cases/closure/find-writes";
import { isWaiting } from "@/lib/cases/words/is-waiting";
import { asksForPerson } from "@/lib/cases/words/transfer";
import { isDisappointment } from "./polarity";
import type { EffortKey, Sign } from "./sign";

/**
 * Signs of trouble and effort in a contact with an AI agent. What it claims ("done") is not
 * predictive, but effort is, with the same direction in every domain.
 */
export function readEffort(messages: readonly Message[]): Readonly<Record<EffortKey, Sign>> {
  const answers = messages.filter((message) => message.tool !== null);
  const failed = answers.filter(isFailedCall);
  const unrecovered = findUnrecovered(answers);
  const amounts = messages
    .filter(({ speaker }) => speaker === "agent")
    .flatMap(({ text }) => text.match(amount) ?? []);
  const lists = messages.filter(({ speaker, text }) => speaker === "agent" && list.test(text));
  const waiting = findWaiting(messages);
  const late = messages.filter(({ speaker }) => speaker === "customer").slice(-lastMessages);
  const regretting = late.find(({ text }) => isDisappointment(text));
  const calculations = answers.filter(({ tool }) => calculating.test(tool?.name ?? "")).length;
  return {
    messages: {
      value: -Math.log(Math.max(1, messages.length)),
      pro: "it took few steps",
      contra: `it took ${String(messages.length)} steps`,
      evidence: null,
    },
    failures: sign(-failed.length, "tools failed on the way", wholeOf(failed[0])),
    unrecovered: sign(
      -unrecovered.length,
      "a tool failed and never succeeded",
      wholeOf(unrecovered[0]),
    ),
    amounts: sign(-Math.log1p(amounts.length), "many amounts of money were at stake", null),
    lists: sign(-lists.length, "there was much to choose from", null),
    writes: sign(-findWrites(messages).length, "it asked for several acts", null),
    calculations: sign(-calculations, "it had to be calculated", null),
    disappointment: sign(
      regretting === undefined ? 0 : -1,
      "the customer was disappointed or gave up",
      wholeOf(regretting),
    ),
    unanswered: sign(
      waiting === null ? 0 : -1,
      "the customer's last request stands unanswered",
      waiting,
    ),
  };
}

/** How many of the customer's last messages are read for their reaction. */
const lastMessages = 2;
const amount = /[$€£]\s?\d/g;
const calculating = /(?:^|_)(?:calc|calculat|comput)/i;
const list = /\n[^\S\n]*(?:[-*•]|\d{1,9}[.)])\s/;

function sign(value: number, contra: string, evidence: Evidence | null): Sign {
  return value === 0
    ? { value: 0, pro: null, contra: null, evidence: null }
    : { value, pro: null, contra, evidence };
}

function findUnrecovered(answers: readonly Message[]): readonly Message[] {
  const failed = new Map<string, Message>();
  for (const message of answers) {
    const name = message.tool?.name ?? "";
    if (isFailedCall(message)) failed.set(name, message);
    else failed.delete(name);
  }
  return [...failed.values()];
}

const closing =
  /\b(that['’]?s|that is|that['’]ll be|that will be) (all|it|everything)\b|\ball (i need\w*|for (now|today))\b|\b(do not|don['’]?t|won['’]?t) need (anything|any more|more|further)\b|\bnothing (else|more)\b/i;

/**
 * The customer's last message, if it is an unanswered request. A closing remark awaits no answer; a
 * request for a person is met where this contact's traces end.
 */
function findWaiting(messages: readonly Message[]): Evidence | null {
  const final = messages.findLast((message) => message.tool === null);
  if (final?.speaker !== "customer" || !isWaiting(final)) return null;
  return closing.test(final.text) || asksForPerson(final.text) ? null : wholeOf(final);
}

function wholeOf(message: Message | undefined): Evidence | null {
  return message === undefined
    ? null
    : { message: message.ordinal, start: 0, end: message.text.length };
}
