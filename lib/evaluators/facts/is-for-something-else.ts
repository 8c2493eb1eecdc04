import type { Sentence } from "@/lib/cases/words/sentences";
import type { Slot } from "../slots/slot";

/** Searching for something else, checking availability or saying goodbye does not ask for the value again. */
const askingElse =
  /\b(another|different|(?<!\b(?:or|and) (?:any )?)other|double[- ]?check|recheck|alternative|further (?!with\b|on\b|and\b)\w+|rephrase|anything)\b/i;

/** Each cancellation, return, exchange or refund has a reason of its own. */
const reasonForAct = /\breason for (the |your |this |each )?(cancel|return|exchang|refund)/i;

/** True if a request for a kind of value is for something other than before, or for checking what is known. */
export function asksForSomethingNew({ text }: Sentence, { name }: Slot): boolean {
  return askingElse.test(text) || (name === "reason" && reasonForAct.test(text));
}

/** "Let me know which of these you would like": the answer chooses from the offer and repeats nothing. */
const offeringChoice =
  /\bwhich (one|option|of (these|those|them))\b|\bwhich \w+ (you['’]d|you would|would you|do you) (like|prefer|want)\b/i;

/** "Please confirm if you would like to proceed", "What would you like to change?": a decision is asked for, no value. */
const askingToDecide =
  /\bconfirm (if|whether|that|you|this|these|with|by)\b|\b(reply|respond|answer|say|type)( with)?( an?)? ?["“'*]*(yes|no)\b|\b(like|want|wish|ready) (me )?to (proceed|go ahead)\b|\b(what|which) (specific |exact )?(changes?|modifications?)\b/i;

/** True if a request of an agent is for a choice, a decision or something new, and for no value that may be known. */
export function isForSomethingElse({ text }: Sentence): boolean {
  return [offeringChoice, askingElse, askingToDecide, reasonForAct].some((each) => each.test(text));
}
