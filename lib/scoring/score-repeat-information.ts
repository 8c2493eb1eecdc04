import type { JudgeQuestion } from "@/lib/evaluators/repeat/judge-question";
import { judgeQuestion } from "@/lib/evaluators/repeat/shipped";
import { caseOfRow } from "./case-of-row";
import { lineOfVerdict } from "./line-of-verdict";
import type { Scorer } from "./scorer";

/** Creates a scorer of whether the last agent message of a row requests what the customer had already said. */
export function createRepeatInformationScorer(judge: JudgeQuestion): Scorer {
  return (row) => {
    const assembled = caseOfRow(row);
    const question = assembled.messages.findLast(
      ({ speaker, text }) => speaker === "agent" && text.trim() !== "",
    );
    if (question === undefined) {
      const because = "No agent said anything.";
      return { id: row.id, status: "not-applicable", value: null, because, evidence: [] };
    }
    return { id: row.id, ...lineOfVerdict(judge(question, assembled.messages), assembled) };
  };
}

export const scoreRepeatInformation: Scorer = createRepeatInformationScorer(judgeQuestion);
