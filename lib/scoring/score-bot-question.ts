import { findBotQuestion } from "@/lib/evaluators/bot-question/bot-question";
import { readQuestion, type QuestionReader } from "@/lib/evaluators/bot-question/read-question";
import { caseOfRow } from "./case-of-row";
import { lineOfVerdict } from "./line-of-verdict";
import type { Scorer } from "./scorer";

/** Creates a scorer of the probability that a row's customer asks whether the agent is a bot. */
export function createBotQuestionScorer(read: QuestionReader): Scorer {
  return (row) => {
    const assembled = caseOfRow(row);
    const asked = findBotQuestion(assembled.messages, read);
    if ("status" in asked) return { id: row.id, ...lineOfVerdict(asked, assembled) };
    const { message, probability, sentence } = asked;
    const isAsked = probability >= 0.5;
    return {
      id: row.id,
      ...lineOfVerdict(
        {
          status: "scored",
          value: probability,
          because: isAsked
            ? "The customer asks whether this is a bot."
            : "The customer does not ask whether this is a bot.",
          evidence: [{ message: message.ordinal, start: sentence.start, end: sentence.end }],
        },
        assembled,
      ),
    };
  };
}

export const scoreBotQuestion = createBotQuestionScorer(readQuestion);
