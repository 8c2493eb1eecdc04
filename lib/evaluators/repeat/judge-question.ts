import type { Message, Verdict } from "@/lib/domain/case/case";
import { denseFeatures } from "@/lib/learning/features";
import { isOtherLanguage } from "@/lib/learning/find-language";
import { logOdds, probabilityOf, type LinearModel } from "@/lib/learning/linear-model";
import { questionFeatures } from "./question-features";

export type JudgeQuestion = (question: Message, messages: readonly Message[]) => Verdict;

const nothingHidden: ReadonlySet<string> = new Set();

/** Creates the judge of whether an agent's question requests what the customer had already said. */
export function createJudgeQuestion(model: LinearModel): JudgeQuestion {
  return (question, messages) => {
    const before = messages.slice(0, messages.indexOf(question));
    if (question.text.trim() === "") {
      return { status: "not-applicable", because: "The agent said nothing." };
    }
    if (!before.some(({ speaker, text }) => speaker === "customer" && text.trim() !== "")) {
      return { status: "not-applicable", because: "The customer had said nothing before." };
    }
    if (isOtherLanguage(question.text)) {
      return { status: "not-scorable", because: "The question is not in English." };
    }
    return judge(question, messages, model);
  };
}

function judge(question: Message, messages: readonly Message[], model: LinearModel): Verdict {
  const { numbers, asked, slots, given } = questionFeatures(question, messages, nothingHidden);
  if (asked === null) {
    return { status: "not-applicable", because: "The agent asked for nothing." };
  }
  const value = probabilityOf(logOdds(model, denseFeatures(numbers)));
  const words = slots.map((slot) => slot.words).join(" and ");
  const what = words === "" ? "something" : words;
  const because =
    value >= 0.5
      ? `Asked for ${what}, which the customer had likely given.`
      : `Asked for ${what}, which the customer had likely not given.`;
  const quote = { message: question.ordinal, start: asked.start, end: asked.end };
  return {
    status: "scored",
    value,
    because,
    evidence: given === null || value < 0.5 ? [quote] : [quote, given],
  };
}
