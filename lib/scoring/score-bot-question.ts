import { actIn, isUnread, quoteOfAct } from "@/lib/acts/says";
import type { Message, Verdict } from "@/lib/domain/case/case";
import { caseOfRow } from "./case-of-row";
import { lineOfVerdict } from "./line-of-verdict";
import type { Scorer } from "./scorer";

/** The probability that a row's customer asks whether the agent is a bot. */
export const scoreBotQuestion: Scorer = (row) => {
  const assembled = caseOfRow(row);
  const own = assembled.messages.filter(
    ({ speaker, text }) => speaker === "customer" && text.trim() !== "",
  );
  return { id: row.id, ...lineOfVerdict(judge(own), assembled) };
};

function judge(own: readonly Message[]): Verdict {
  const [first] = own;
  if (first === undefined) return { status: "not-scorable", because: "The customer said nothing." };
  if (own.every(isUnread)) {
    const because = "The customer's words are in a language that is not read.";
    return { status: "not-scorable", because };
  }
  const confidenceOf = (message: Message) => actIn(message, "c.asks_if_bot")?.confidence ?? 0;
  const best = own.reduce(
    (most, each) => (confidenceOf(each) > confidenceOf(most) ? each : most),
    first,
  );
  const value = confidenceOf(best);
  return {
    status: "scored",
    value,
    because:
      value > 0
        ? "The customer asks whether this is a bot."
        : "The customer does not ask whether this is a bot.",
    evidence: [quoteOfAct(best, "c.asks_if_bot")],
  };
}
