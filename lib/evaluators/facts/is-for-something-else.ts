import type { Sentence } from "@/lib/cases/words/sentences";

/** Searching for something else, checking availability or saying goodbye does not ask for the value again. */
const askingElse =
  /\b(another|different|other|double[- ]?check|recheck|alternative|further|rephrase|anything|reason for (the |your |this |each )?(cancel|return|exchang|refund)\w*)\b/i;

/** True if a request is for something other than before, or for checking what is known. */
export function asksForSomethingNew({ text }: Sentence): boolean {
  return askingElse.test(text);
}

/** "Let me know which of these you would like": the answer chooses from the offer and repeats nothing. */
const offeringChoice =
  /\bwhich (one|option|of (these|those|them))\b|\bwhich \w+ (you['’]d|you would|would you|do you) (like|prefer|want)\b/i;

/** "Please confirm if you would like to proceed", "What would you like to change?": a decision is asked for, no value. */
const askingToDecide =
  /\bconfirm (if|whether|that|you|this|these)\b|\b(like|want|wish|ready) (me )?to (proceed|go ahead)\b|\b(what|which) (specific |exact )?(changes?|modifications?)\b/i;

/** True if a request of an agent is for a choice, a decision or something new, and for no value that may be known. */
export function isForSomethingElse({ text }: Sentence): boolean {
  return [offeringChoice, askingElse, askingToDecide].some((each) => each.test(text));
}
