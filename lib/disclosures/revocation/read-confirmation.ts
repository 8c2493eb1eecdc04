import { plainSpeech } from "@/lib/cases/words/plain-speech";
import { splitSentences, type Sentence } from "@/lib/cases/words/sentences";

const texts = "(?:texts?|text messages?|messages?|calls?|e ?mails?)";
const confirms = new RegExp(
  [
    "\\b(?:unsubscribed|(?:have|has|been|are|is|am|now) opted (?:you )?out)\\b",
    "\\b(?:will|shall|should|would) (?:no longer|not|never)(?: \\w+){0,2} (?:receive|get|text|call|contact|message|e ?mail|send|hear|texted|called|contacted|e ?mailed)\\b",
    "\\b(?:no longer|never) (?:receive|get|text|call|contact|message|be (?:texted|called|contacted|e ?mailed))\\b",
    `\\bno (?:more|further) (?:\\w+ )?${texts}\\b`,
    "\\b(?:removed?|taken?|taking|removing|deleted?)(?: \\w+){1,4} (?:off|from|out of) (?:\\w+ ){0,4}(?:lists?|texts?|messages?|calls?|database|system)\\b",
    `\\bstopped (?:all |the |your |these |any |our )+(?:\\w+ )?${texts}\\b`,
    `\\b${texts} (?:have been|has been|are|will be) (?:now )?(?:stopped|turned off|switched off)\\b`,
  ].join("|"),
);

/** The sentence that confirms to a customer that nothing will be sent any more; null if there is none. */
export function readConfirmation(text: string): Sentence | null {
  const said = splitSentences(text).find(
    (sentence) => !sentence.text.endsWith("?") && confirms.test(plainSpeech(sentence.text)),
  );
  return said ?? null;
}
