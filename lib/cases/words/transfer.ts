import { matchesIn } from "@/lib/learning/each-match";
import { rememberText } from "@/lib/learning/remember-text";
import { splitSentences, type Sentence } from "./sentences";

const transferVerbs = /(^|_)(transfer|escalate|handoff|hand_off|handover|hand_over)(_|$)/;

/** True for a tool that transfers the customer, by the words of its name. */
export function isTransferCall(toolName: string): boolean {
  return transferVerbs.test(snakeCase(toolName)) && !/(money|fund|payment|balance)/i.test(toolName);
}

/** Each position at which it begins, so that one begins also inside another. */
const personAsked =
  /(?=\b(?:speak(?:ing)?|talk(?:ing)?|chat(?:ting)?|connect|transfer|escalate|get|put)\b.{0,40}\b(?:human|person|someone|somebody|representative|rep|supervisor|manager|live agent|real agent|an? agent|operator)\b)/gi;

/** "Connect me with the billing team". */
const teamAsked =
  /\b(?:connect|transfer|put) (?:me|us) (?:through )?(?:to|with) (?:an?|the|your) (?:[\w-]+ ){0,3}(?:team|department|specialist)\b/gi;

const personWanted =
  /\b(i want|i need|i['’]d like|give me|get me) (an?|your) (\w+ )?(human|person|representative|rep|supervisor|manager|agent|operator)\b/gi;

/** "Is there somebody else I can talk to?" */
const elseAsked =
  /\b(?:human|person|someone|somebody|anyone|anybody|supervisor|manager|agent|higher[- ]up)\b[^.?!]{0,40}\b(?:i|we) (?:can|could|may|might) (?:speak|talk|chat)\b/gi;

/** "Please escalate this" */
const escalationAsked =
  /\b(?:escalate|raise) (?:this|it|that|(?:my|the|this) (?:case|issue|request|complaint|concern|matter))\b(?! with (?:my|our)\b)/gi;

/** "Am I talking to a human?", "I was speaking with an agent" */
const alreadyThere =
  /\b(?:am i|are we|is this|i['’]?m|i am|i was|i['’]ve been|we were|been|stop|after|while|when|about) (?:\w+ )?$/i;

/** "I'd rather not be transferred to a person". */
const unwanted =
  /(?<!why )\b(?:(?:do|does|did|would|will)(?: not|n['’]t)|(?:rather|prefer|want|asking|trying) not|not (?:asking|looking|trying|want)|never|without|rather than|instead of|no need to)\b[^.?!,;]{0,40}$/i;

/** What comes before being passed on where a customer declines it; "why don't you", "if you can't" decline nothing. */
const declined =
  /(?<!\b(?:why|if) (?:you |i )?)\b(?:i(?:['’]d| would)? (?:\w+ )?(?:(?:do not|don['’]t) (?:\w+ )?(?:want|wish|need)|prefer not|rather not)|please (?:do not|don['’]t)|not (?:looking|asking|trying))\b[^.?!,;]{0,30}$/i;

/** True if the customer asks for a human or for somebody else, in any sentence. */
export function asksForPerson(text: string): boolean {
  return splitSentences(text).some((sentence) =>
    [personAsked, teamAsked, personWanted, elseAsked, escalationAsked].some((asked) =>
      matchesIn(asked, sentence.text).some(({ index }) => isWanted(sentence.text, index)),
    ),
  );
}

const passedOn =
  /\b(?:transferred|escalated|passed on|handed (?:over|off)|(?:a )?transfer(?! (?:me|my|the|money|funds))|(?:talk|speak)(?:ing)? (?:to|with) (?:a |an |another )?(?:human|person|agent|representative|supervisor|someone))\b/gi;

/** The sentence in which a customer says that they don't want to be passed on, or null. */
export function findTransferDeclined(text: string): Sentence | null {
  return (
    splitSentences(text).findLast((sentence) =>
      matchesIn(passedOn, sentence.text).some(({ index }) =>
        declined.test(sentence.text.slice(0, index)),
      ),
    ) ?? null
  );
}

/** @param start where a sentence begins to ask for a person */
function isWanted(sentence: string, start: number): boolean {
  const before = sentence.slice(0, start);
  const isUnderWay = /^\w+ing\b/.test(sentence.slice(start)) && alreadyThere.test(before);
  return !isUnderWay && !unwanted.test(before);
}

/** A tool name in snake_case, however it was written; memoised: a conversation calls few tools often. */
export const snakeCase = rememberText((name) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .toLowerCase(),
);
