import { isParty } from "@/lib/domain/trace/reading";
import type { MaskAnswer } from "@/lib/domain/privacy/mask-answer";
import type { DraftMessage } from "../transcript/transcript";

/**
 * Masks customers' answers whose question is in another span.
 * @param messages one contact's, in order
 */
export function maskAnswers(
  messages: readonly DraftMessage[],
  maskAnswer: MaskAnswer,
): readonly DraftMessage[] {
  let question: string | null = null;
  return messages.map((message) => {
    const { speaker, text } = message;
    if (text === "" || !isParty[speaker]) return message;
    const asked = question;
    question = speaker === "agent" ? text : null;
    // An utterance from a prompt's history was masked together with its question.
    if (speaker !== "customer" || asked === null || message.isRemembered) return message;
    const masked = maskAnswer(text, asked);
    return masked === text ? message : { ...message, text: masked };
  });
}
