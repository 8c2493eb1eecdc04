import { rememberText } from "@/lib/learning/remember-text";
import { findActionWords, type Action } from "./actions";
import { splitSentences, type Sentence } from "./sentences";

export type RequestedAction = { readonly action: Action; readonly sentence: Sentence };

const asking =
  /\b(want|wants|wanted|need|needs|would like|i'd like|i’d like|like to|can you|could you|can we|could we|can i|could i|may i|will you|would you|please|help me|help with|looking to|trying to|hoping to|wish to|how do i|go ahead|proceed|let's|let’s|interested in|is it possible)\b/i;
const negated =
  /\b(don't|don’t|do not|doesn't|not|never|no longer|without|instead of|rather than|won't|won’t|can't|cannot)\s+(\w+\s+){0,3}$/i;
const takenBack = /\b(changed? my mind|never ?mind|forget (it|that|about)|no need)\b/i;

/**
 * Finds the actions a customer requests: an action word in a requesting sentence, or at a
 * sentence's beginning ("Cancel my order"). Questions for information request no action. Memoised.
 */
export const findRequestedActions: (text: string) => readonly RequestedAction[] = rememberText(
  (text) => splitSentences(text).flatMap((sentence) => actionsAsked(sentence)),
);

function actionsAsked(sentence: Sentence): readonly RequestedAction[] {
  if (takenBack.test(sentence.text)) return [];
  const isAsking = asking.test(sentence.text);
  const found = new Set<Action>();
  let verbEnd = -1;
  for (const { action, word, start } of findActionWords(sentence.text)) {
    const before = sentence.text.slice(0, start);
    const isObject = verbEnd >= 0 && nounOrVerb.test(word) && before.slice(verbEnd).trim() === "";
    verbEnd = start + word.length;
    // "Cancel order 12": a noun without an article, after its verb.
    if (isObject) continue;
    if (!isAsking && /[a-z]/i.test(before)) break;
    if (!isThing(lastWord(before), word) && !negated.test(before)) found.add(action);
  }
  return [...found].map((action) => ({ action, sentence }));
}

function lastWord(text: string): string | undefined {
  return /([a-z]+)[^a-z]*$/.exec(text.toLowerCase())?.[1];
}

const determiner =
  /^(my|the|an?|this|that|your|our|his|her|their|of|for|on|in|by|via|these|those|some|each|both|new|gift|credit|any|me)$/;
const nounOrVerb =
  /^(orders?|books?|address(es)?|mails?|emails?|files?|issues?|places?|charges?|credits?|payments?|books?|bookings?|reservations?|openings?|set|sets|locks?|blocks?|schedules?|addition|additional|close|closed|opened|void|moves?)$/;

/** "my order", "the charge": the word is a noun here. */
function isThing(previous: string | undefined, word: string): boolean {
  if (!nounOrVerb.test(word)) return false;
  return (
    previous === undefined || determiner.test(previous) || /(ation|ings?|payments?)$/.test(word)
  );
}
