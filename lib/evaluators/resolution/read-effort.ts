import type { Message } from "@/lib/domain/case/case";
import { findWrites, isFailedCall } from "@/lib/cases/closure/find-writes";
import { isDisappointment } from "./polarity";
import { findWaiting } from "./read-ending";
import type { EffortKey } from "./sign";

/**
 * Trouble and effort in a contact with an AI agent, as numbers that are lower where there was more. Effort predicts an
 * outcome in the same direction in every domain; what the agent claims ("done") does not.
 */
export function readEffort(messages: readonly Message[]): Readonly<Record<EffortKey, number>> {
  const answers = messages.filter((message) => message.tool !== null);
  const byAgent = messages.filter(({ speaker }) => speaker === "agent");
  const amounts = byAgent.flatMap(({ text }) => text.match(amount) ?? []);
  const late = messages.filter(({ speaker }) => speaker === "customer").slice(-lastMessages);
  return {
    messages: -Math.log(Math.max(1, messages.length)),
    failures: -answers.filter(isFailedCall).length,
    unrecovered: -countUnrecovered(answers),
    amounts: -Math.log1p(amounts.length),
    lists: -byAgent.filter(({ text }) => list.test(text)).length,
    writes: -findWrites(messages).length,
    calculations: -answers.filter(({ tool }) => calculating.test(tool?.name ?? "")).length,
    disappointment: late.some(({ text }) => isDisappointment(text)) ? -1 : 0,
    unanswered: findWaiting(messages) === null ? 0 : -1,
  };
}

/** How many of the customer's last messages are read for their reaction. */
const lastMessages = 2;
const amount = /[$€£]\s?\d/g;
const calculating = /(?:^|_)(?:calc|calculat|comput)/i;
const list = /\n[^\S\n]*(?:[-*•]|\d{1,9}[.)])\s/;

/** Number of tools whose last call failed. */
function countUnrecovered(answers: readonly Message[]): number {
  const failed = new Set<string>();
  for (const message of answers) {
    const name = message.tool?.name ?? "";
    if (isFailedCall(message)) failed.add(name);
    else failed.delete(name);
  }
  return failed.size;
}
