/** Polarity of an outcome: −1 failed or impossible, 1 done, 0 neither. */
export type Polarity = -1 | 0 | 1;

const failed =
  /\b(sorry|unfortunately|unable|cannot|can['’]?t|could not|couldn['’]?t|won['’]?t be able|not (?:possible|eligible|allowed|permitted|able|available|found|successful|valid|correct|authori[sz]ed)|isn['’]?t (?:possible|available)|unsuccessful|unavailable|fail(?:s|ed|ure)?|denied|declined|rejected|refused|invalid|incorrect|wrong|no (?:longer|results?|match\w*|avail\w*|such|record)|(?:have|are|is) no|conflict|error|problem|doesn['’]?t (?:match|exist)|fully booked|sold out|against (?:our )?policy|afraid|regret|try again|nothing (?:more |else |further |that )*(?:to be|can be|could be|(?:i|we) can) do(?:ne)?|(?:no|nothing|anything) (?:more|else|further) (?:that )?(?:(?:i|we) can|to) do|done (?:all|everything|what) (?:that )?(?:i|we) (?:can|could)|(?:has|have|was|were|is|are)(?:n['’]t| not)(?: yet)?(?: been)? (?:done|sent|booked|processed|refunded|resolved|fixed|completed|confirmed|delivered))\b/i;
const done =
  /\b(done|booked|confirmed|scheduled|completed|processed|success\w*|all set|reserved|cancell?ed|updated|changed|on (?:its|the|your) way|submitted|approved|sent|unlocked|granted|recovered|fixed|restored|resolved|arranged|added|set up|registered|recorded|noted|refunded|transferred|paid|verified|received|accepted|created|opened|activated|delivered|finali[sz]ed|placed)\b/i;
const farewell =
  /\b(thank|thanks|bye|goodbye|have a (?:great|good|nice|wonderful|lovely|safe)|take care|you['’]?re welcome|welcome|glad|happy to help|my pleasure|anything else|enjoy|reach out)\b/i;
const accepted =
  /\b(perfect|great|sounds good|that works|excellent|awesome|exactly|wonderful|i['’]?ll take|that['’]?s (?:all|it|great|perfect|good)|that is all|good to know|got it|that helps|fantastic|lovely|cool|super|amazing|nice|brilliant|so much|very helpful|appreciate|happy|yes,? please)\b/i;
const disappointed =
  /\b(oh no|damn|darn|ugh|bummer|disappoint\w+|frustrat\w+|annoy\w+|useless|terrible|ridiculous|whatever|give up|too bad|that['’]?s (?:a shame|unfortunate|too bad|not)|shame|pity|sad|angry|upset|not (?:helpful|happy|good|what)|no help|didn['’]?t (?:work|help)|still (?:not|don|can|locked)|guess i|try (?:again )?(?:later|another|somewhere)|someone else|elsewhere|don['’]?t want|not (?:today|now)|wasted?|oh well|i['’]ll (?:call|try|find|look|go|walk|just))\b/i;
const changed = /\b(changed my mind|never ?mind|forget it|not any ?more|cancel that)\b/i;

/** Polarity of a sentence or a tool's short answer; if it says both, it failed. */
export function polarityOf(text: string): Polarity {
  if (failed.test(text)) return -1;
  return done.test(text) ? 1 : 0;
}

/** True for thanks, wishes and offers of more help, which do not state an outcome. */
export function isFarewell(sentence: string): boolean {
  return farewell.test(sentence) && polarityOf(sentence) !== -1;
}

/** True if a customer accepts an offer. Thanks alone are politeness. */
export function isAcceptance(sentence: string): boolean {
  return accepted.test(sentence) && !sentence.trim().endsWith("?");
}

/** True if a customer expresses disappointment. */
export function isDisappointment(text: string): boolean {
  return disappointed.test(text) || changed.test(text);
}
