import type { JudgeQuestion } from "@/lib/evaluators/repeat/judge-question";
import { judgeQuestion } from "@/lib/evaluators/repeat/shipped";
import { repeatInformation } from "@/lib/evaluators/repeat/repeat-information";
import { contextOf } from "@/lib/evaluators/run-evaluators";
import { caseOfRow } from "./case-of-row";
import { lineOfVerdict } from "./line-of-verdict";
import type { Scorer } from "./scorer";
import { worstOf } from "./worst-of";

/**
 * Creates a scorer of whether the customer is asked for what they had already said: of a row of several contacts after
 * any handoff, as cases are judged; of one conversation by its last agent message.
 * @param judge of single questions
 */
export function createRepeatInformationScorer(judge: JudgeQuestion): Scorer {
  return (row) => {
    const assembled = caseOfRow(row);
    if (row.interactions !== undefined) {
      const context = contextOf(assembled);
      const verdicts = assembled.handoffs.map((each) => repeatInformation.evaluate(each, context));
      return { id: row.id, ...lineOfVerdict(worstOf(verdicts, "lower-is-better"), assembled) };
    }
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
