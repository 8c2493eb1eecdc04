const correcting =
  /^\W*(um,? |uh,? |er,? |well,? |oh,? |hmm?,? |sorry,? |hello,? |hey,? |but,? )*(no|nope|nah|wrong|incorrect|wait|stop|hold on|actually|not|why|what|huh|seriously|but|excuse me)\b|\b(that|this|it)(['’]s| is| was|s) (uh |um |er |like )?(not(?! (?:good|great|ok|okay|enough|acceptable|fair|helpful|on)\b)|wrong|incorrect|never)\b|\b(isn['’]?t|wasn['’]?t|doesn['’]?t (match|work|sound)|not what|should (be|have been)|supposed to be|had to be|instead of|rather than|please (check|correct|fix|change))\b/i;
/** The customer says that they had said it before. */
const protesting =
  /\b(i|we)(['’]?ve| have| had| was| did)?( already| just| clearly| specifically| even| never)?( uh| um| er)? (said|told|tell|mentioned?|gave|given|wrote|written|asked (for|you)|explained|explain|specified|stated|requested|was clear|made (it )?clear|went (through|over)|provided|answered|been (asked|through))\b|\balready (said|told|gave|mentioned|asked|answered|explained|provided|have (that|it|this))\b|\b(ignores?|ignoring|ignored|read|look at|check|see|get|missed) (\w+ )?(what (\w+ )?(i|we)|(my|our|the) (\w+ )?(messages?|notes?|chat|history|conversation|e-?mails?))\b|\bnot what (i|we)\b|\b(same|like|as) (as )?(before|earlier|last time|i said)\b|\b(second|third|again|every) time\b|\brepeat (everything|myself|it|all|this)\b|\b(isn['’]?t|is|don['’]?t|didn['’]?t|wasn['’]?t) (that|it|this|you|anyone|anybody|your) .{0,24}\b(notes?|file|system|have|listen|read|ask|messages)\b/i;

/** "Yes, please change it", "Thanks! Actually, …": the customer agrees and goes on. */
const agreeing =
  /^\W*(yes|yeah|yep|sure|great|perfect|thanks?|thank you|that works|ok(ay)?|alright)\b/i;
/** "No, that's all": an answer to a question and no correction. */
const answering = /^\W*(no|nope|actually)\b/i;

/**
 * True if a reply corrects what the message before it states.
 * @param isAsked whether that message ends with a question, which "no" may answer
 */
export function isCorrectionOf(text: string, isAsked: boolean): boolean {
  if (protesting.test(text)) return true;
  if (agreeing.test(text) || !correcting.test(text)) return false;
  return !isAsked || !answering.test(text);
}

/** True if a reply says that the speaker had said it before. */
export function isProtest(text: string): boolean {
  return protesting.test(text);
}
