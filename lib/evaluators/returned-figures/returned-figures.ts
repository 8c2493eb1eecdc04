import type { Message, Verdict } from "@/lib/domain/case/case";
import type { EvaluationContext, Evaluator } from "../contract";
import { remember } from "../remember";
import { checkFigures, type CheckedSentence } from "./check-figures";

/**
 * Scores whether tools, passages, the customer or the instructions named each figure of an agent's message: the share of the
 * sentences with figures in which each has a source. Its accuracy is not measured on labels of other people.
 */
export const returnedFigures: Evaluator<"message"> = {
  name: "returned_figures",
  version: 4,
  question: "Does each figure of this answer stand in, or follow from, what was returned or said?",
  target: "message",
  direction: "higher-is-better",
  evaluate: judgeFigures,
};

/** The ordinal of a contact's first message of a tool, memoised; infinity where it has none. */
const firstReturned = remember((ofContact: readonly Message[]): number =>
  ofContact.reduce(
    (first, { tool, ordinal }) => (tool === null ? first : Math.min(first, ordinal)),
    Infinity,
  ),
);

function checkIn(
  message: Message,
  ofContact: readonly Message[],
  { messages, retrievals }: EvaluationContext["assembled"],
): readonly CheckedSentence[] {
  const { interaction, ordinal, atUs } = message;
  const before = ofContact.filter((each) => each.ordinal < ordinal);
  const passages = retrievals
    .filter((each) => each.interaction === interaction && each.atUs <= atUs)
    .flatMap((each) => each.passages.flatMap(({ text }) => (text === null ? [] : [text])));
  const earlier = messages.filter(
    (each) => each.interaction < interaction && each.ordinal < ordinal,
  );
  return checkFigures(message, { earlier, before }, passages);
}

function judgeFigures(message: Message, { messagesOf, assembled }: EvaluationContext): Verdict {
  const { interaction, ordinal } = message;
  const ofContact = messagesOf(interaction);
  if (message.speaker !== "agent" || firstReturned(ofContact) >= ordinal) {
    return { status: "not-applicable", because: "No tool answered before this message." };
  }
  const checked = /\d/.test(message.text) ? checkIn(message, ofContact, assembled) : [];
  if (checked.length === 0) {
    return {
      status: "not-applicable",
      because: "The message names no figure that can be checked.",
    };
  }
  const wrong = checked.filter(({ missing }) => missing.length > 0);
  const right = checked.length - wrong.length;
  const shown = wrong[0] ?? checked[0];
  const first = wrong[0]?.missing[0];
  const sentences =
    checked.length === 1 ? "sentence with figures keeps" : "sentences with figures keep";
  const count = `${String(right)} of ${String(checked.length)} ${sentences} to what tools, the customer or the instructions said`;
  return {
    status: "scored",
    value: Math.round((right / checked.length) * 1e4) / 1e4,
    because: first === undefined ? `${count}.` : `${count}; none of them named “${first}”.`,
    evidence:
      shown === undefined
        ? []
        : [{ message: ordinal, start: shown.sentence.start, end: shown.sentence.end }],
  };
}
