import { rememberText } from "@/lib/learning/remember-text";

/** Polarity of an outcome: −1 failed or impossible, 1 done, 0 neither. */
export type Polarity = -1 | 0 | 1;

const failed =
  /\b(sorry|unfortunately|unable|cannot|can['’]?t|could not|couldn['’]?t|won['’]?t be able|not (?:possible|eligible|allowed|permitted|able|available|found|successful|valid|correct|authori[sz]ed)|isn['’]?t (?:possible|available)|unsuccessful|unavailable|fail(?:s|ed|ure)?|denied|declined|rejected|refused|invalid|incorrect|wrong|no (?:longer|results?|match\w*|avail\w*|such|record)|(?:have|are|is) no(?! more)|conflict|error|problem|doesn['’]?t (?:match|exist)|fully booked|sold out|against (?:our )?policy|afraid|regret|try again|nothing (?:more |else |further |that )*(?:to be|can be|could be|(?:i|we) can) do(?:ne)?|(?:no|nothing) (?:more|else|further) (?:that )?(?:(?:i|we) can|to) do|done (?:all|everything|what) (?:that )?(?:i|we) (?:can|could)|(?:has|have|was|were|is|are)(?:n['’]t| not)(?: yet)?(?: been)? (?:done|sent|booked|processed|refunded|resolved|fixed|completed|confirmed|delivered))\b/i;
const done =
  /\b(done|booked|confirmed|scheduled|completed|processed|success\w*|all set|reserved|cancell?ed|updated|changed|on (?:its|the|your) way|submitted|approved|sent|unlocked|granted|recovered|fixed|restored|resolved|arranged|added|set up|registered|recorded|noted|refunded|transferred|paid|verified|received|accepted|created|opened|activated|delivered|finali[sz]ed|placed)\b/i;
const farewell =
  /\b(thank|thanks|bye|goodbye|have a (?:great|good|nice|wonderful|lovely|safe)|take care|you['’]?re welcome|welcome|glad|happy to help|my pleasure|anything else|enjoy|reach out)\b/i;
const accepted =
  /\b(perfect|great|sounds good|that works|excellent|awesome|exactly|wonderful|i['’]?ll take|that['’]?s (?:great|perfect|good)|good to know|got it|that helps|fantastic|lovely|cool|super|amazing|nice|brilliant|very helpful|appreciate|happy|yes,? please\W*$)\b/i;
const enough = /\bthat(?:['’]?s| is) (?:all|it)\b/i;
const disappointed =
  /\b(oh no|damn|darn|ugh|bummer|disappoint\w+|frustrat\w+|annoy\w+|useless|(?:terrible|awful|horrible) (?:service|experience|help|support|app|bot|agent|company)|ridiculous|give up|too bad|that['’]?s (?:a shame|unfortunate|too bad|not)|shame|pity|sad|angry|upset|not (?:helpful|happy|good|what)|no help|didn['’]?t (?:work|help)|still (?:not|don|can|locked)|guess i|try (?:again )?(?:later|another|somewhere)|someone else|elsewhere|don['’]?t want|not (?:today|now)|wasted?|oh well|i['’]ll (?:call|try|find|look|go|walk|just))\b/i;
const understood =
  /\b(?:i see|i(?:['’]ve)? got (?:there|it)|i understand|understood|makes sense|that answers|what i (?:needed|wanted) to know)\b/i;
/** "Whatever." on its own; not "whatever works". */
const shrug = /(?:^|[.!?,;])\s*whatever\s*(?:[.!,]|$)/i;
const changed = /\b(changed my mind|never ?mind|forget it|not any ?more|cancel that)\b/i;

/** A quiz or its score, or an apology out of politeness: "your answer was wrong", "3 wrong", "sorry for the delay". */
const noFailure =
  /\b(?:\d+|no|zero|one|two|three|four|five) (?:wrong|incorrect|errors?)\b|\bsorry (?:for|about) (?:the|any|your|that|keeping) ?(?:delay|wait\w*|confusion)?|\bsorry,? let me\b|(?:\bunfortunately,? )?\byour answer (?:was|is) (?:wrong|incorrect)\b/gi;
/** "Is there anything else that I can do for you?" */
const offer = /\b(?:anything|something) (?:more|else|further)\b[^?]{0,200}\?/i;

/** Polarity of a sentence or a tool's short answer; if it says both, it failed. Memoised. */
export const polarityOf: (text: string) => Polarity = rememberText((text) => {
  if (failed.test(text.replace(noFailure, ""))) return -1;
  return done.test(text) ? 1 : 0;
});

/** True for thanks, wishes and offers of more help, which do not state an outcome. */
export function isFarewell(sentence: string): boolean {
  return farewell.test(sentence) && polarityOf(sentence) !== -1;
}

/** True for an offer of more help. */
export function isOffer(sentence: string): boolean {
  return offer.test(sentence);
}

/** True if a customer accepts what was offered. Thanks alone are politeness, "yes, please book it" is a request. */
export function isAcceptance(sentence: string): boolean {
  return accepted.test(sentence) && !sentence.trim().endsWith("?");
}

/** True if a customer accepts or understands an answer, or says that it is all. */
export function isContent(sentence: string): boolean {
  if (sentence.trim().endsWith("?")) return false;
  return [accepted, enough, understood].some((each) => each.test(sentence));
}

/** True if a customer expresses disappointment. */
export function isDisappointment(text: string): boolean {
  return [disappointed, shrug, changed].some((each) => each.test(text));
}
