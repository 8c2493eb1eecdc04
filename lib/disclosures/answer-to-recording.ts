import type { Message, Quote } from "@/lib/domain/case/case";
import { plainSpeech } from "@/lib/cases/words/plain-speech";
import { splitSentences } from "@/lib/cases/words/sentences";
import { speakerOf } from "./contact";

const recordingQuestion =
  /(?:^|\b)(?:(?:is|are|am) (?:this|the|my|our|your|i|we|you|it)(?: (?:phone|call|calls|conversation|line|being|now|currently|getting))* (?:recorded|recording|taped|monitored)(?: (?:this|the|my|our|your|me|us|call|conversation|now|by|the|way))*|do you record(?: (?:this|these|the|my|our|your|all|call|calls|conversation))*)$/;
const confirmed =
  /^(?:(?:yes|yeah|yep|yup|correct|indeed|certainly|absolutely|sure|right|that is (?:right|correct))(?: (?:sir|ma'?am|madam|it is|we are|we do|you are|i am|they are|it is being|that is (?:right|correct)|indeed|correct))*|it is|we are|we do|that is (?:right|correct))$/;

/**
 * The agent's "yes, it is" right after a customer asked whether this call is recorded: it says so together with the
 * question.
 * @returns where, by the first such answer; null if there is none
 */
export function findRecordingAnswer(messages: readonly Message[]): Quote | null {
  let isAsked = false;
  for (const message of messages) {
    const speaker = speakerOf(message);
    if (speaker === null || message.text.trim() === "") continue;
    const sentences = splitSentences(message.text);
    const [first] = sentences;
    if (isAsked && speaker !== "customer" && first !== undefined) {
      const words = plainSpeech(first.text);
      if (confirmed.test(words)) {
        return { message: message.ordinal, start: first.start, end: first.end };
      }
    }
    const last = sentences.at(-1);
    isAsked =
      speaker === "customer" &&
      last !== undefined &&
      recordingQuestion.test(plainSpeech(last.text).slice(-200));
  }
  return null;
}
