/** Ends with a question, also inside the last string of a JSON answer. */
const question = /\?[^\p{L}\p{N}?]{0,20}$/u;
/** Wants an answer before anything goes on: "please confirm", "reply YES", "let me know which". */
const wanted =
  /\bplease (?:also )?(?:confirm|reply|respond|provide|share|specify|choose|tell me|let me know (?!if you (?:need|have)))|\b(?:reply|respond) (?:with )?["'“]?(?:yes\b|[A-D1-4]["'”])|\blet me know (?:how|which|what|whether|the|your|when)\b|\b(?:once|if) you (?:confirm|reply|provide|share)\b/i;
/** More help offered: it waits for nothing. */
const offered =
  /\b(?:(?:anything|something) (?:else|more)|(?:any )?(?:other|further) (?:details|information|help))\b[^?]{0,120}\?[^\p{L}\p{N}?]{0,20}$|\b(?:how (?:else )?(?:can|may) i|can i help (?:you )?with anything)\b[^?]{0,60}\?[^\p{L}\p{N}?]{0,20}$/iu;

/** What follows a question in case of one of its answers: "Is this right? If not, I'll transfer you." */
const otherwise = /(?<=\?["”)]?\s{1,4})(?:If|Otherwise|In case)\b[^?]*$/;

/** How much of a message's end is read for what it wants, in characters. */
const ending = 400;

/** True if an agent's message ends by asking the customer for something, other than whether they need more help. */
export function asksTheCustomer(text: string): boolean {
  const end = text.trimEnd().slice(-ending).replaceAll("\\n", "  ");
  if (wanted.test(end)) return true;
  const asked = end.replace(otherwise, "");
  return question.test(asked) && !offered.test(asked);
}
