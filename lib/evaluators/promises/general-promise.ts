import type { PromiseKind } from "@/lib/domain/case/case-promise";
import { withoutSteps } from "./clauses";
import { isNotForTheCustomer, saysLater } from "./frames";
import { itWill, money, near, weAsked, weHave, weWill, theyWill, youWill } from "./phrases";

/** Verbs of acts whose result the customer gets later: giving, sending, contacting, repairing, pursuing. */
const deeds = {
  give: "credit|refund|revers|reimburs|waiv|pay|compensat|knock|put|add",
  send: "send|post|mail|pop|drop|couri?er|deliver|ship|dispatch|forward|bring|collect|pick up|reissu",
  contact:
    "call|ring|phone|e-?mail|text|ping|messag|write|contact|revert|get back|updat|intimat|inform|notif|let you know|give you a",
  mend: "fix|repair|sort|restor|resolv|correct|reinstat|reconnect|reassign|replac|swap|reset|remov",
  pursue: "chas|escalat|investigat|review|look into|follow|keep on|see (?:that|to it)|visit|come",
};
const deed = `(?:${Object.values(deeds).join("|")})(?:t?e|ed|d|s|y|ies|ied|ing|ting|ping)?\\b`;
const done = "(?:\\w+(?:ed|ied)|sent|paid|done|put|made|given|ready|with you|there)\\b";

/** Who acts, a future tense, and the act. */
const acts = [
  `(?:${weWill}|${theyWill})${near}\\b${deed}`,
  `\\b(?!you\\b)[\\w'’-]{1,40}${itWill} ${near}\\b${deed}`,
  `(?:${itWill}|\\bwould) be ${done}`,
  `\\b(?:i['’]m|we['’]re|i am|we are|is|are)(?: being)? (?:arranging|sending|crediting|refunding|knocking|posting|going out|putting|taking|chasing|getting (?:you|a|an|the|this|that|it|some\\w+|our)|sent)\\b`,
  `${weHave}\\b${near}\\b(?:for|to)\\b`,
  `${weAsked}\\b`,
  `(?:^|[,;] )(?:please )?(?:expect|look out for)\\b`,
  `${youWill} (?:have|receive|get|see)\\b`,
].map((each) => new RegExp(each, "i"));
/** Acts that are in the future without a stated time, since they cannot be done during the conversation. */
const pursued =
  /\b(?:i|we)(?:['’]ll| will| shall)\b[^.!?;]{0,40}?\b(?:chase|revert|ping you|let you know how|keep on top|see that|drop you|pop (?:a|an|the)\b[^.!?;]{0,30}\b(?:post|mail))\b/i;
const passedOn = new RegExp(`${weHave}\\b ?[^.!?;]{0,5}\\bfor\\b${near}\\bto\\b`, "i");
const given = new RegExp(
  `${weWill}(?: be)? (?:credit|refund|put|give|pay|return|knock|reimburse|waive)(?:ing)?\\b(?! you down)${near}(?:${money}|\\b\\d[\\d,.]* \\w+|\\bfee\\b|\\bcharge\\b)`,
  "i",
);
const clock =
  /\b(?:by|before|between|no later than|not later than)\s+\d{1,2}(?::\d{2})?\s?(?:am|pm|and|to|o['’]clock)\b/i;
/** What the customer is to do, what is done immediately, and what happens without an actor. */
const other =
  /\byou(?:['’]ll| will| are going to)? (?:need|have) to\b|\byou(?:['’]ll| will) be (?:charged|billed|asked|redirected|required)\b|\b(?:i|we)(?:['’]ll| will)? need\b|\b(?:on hold|book(?:ed|ing)?|reserv\w+|charged|billed|renew\w*|depart\w*|appointment|meeting|open|closed|help you|assist|transfer(?:ring)? you|connect you|weather|forecast|taxi|train|flight|party)\b/i;

/** By the words for what the customer gets, the most likely kind first. */
const kinds: readonly (readonly [PromiseKind, RegExp])[] = [
  ["refund", /\b(?:refund\w*|revers\w+|reimburs\w+|waiv\w+|money|charge|fee|funds|cheque)\b/i],
  ["credit", new RegExp(`\\bcredit\\w*|\\bvoucher|${money}`, "i")],
  ["visit", /\b(?:engineer|technician|surveyor|visit|pop by|come (?:out|round|over|by))\b/i],
  ["callback", /\b(?:call|ring|phone|bell)\b/i],
  [
    "message",
    /\b(?:e-?mails?|text|sms|letter|write|writes|messages?|intimated|instructions|labels?|confirmations?|receipts?|invoices?|reminders?|notifications?|notified|informed|updates?|inbox|tracking|documents?)\b/i,
  ],
  ["replacement", /\b(?:replac\w+|new (?:sim|card|one|device)|reissu\w+|exchanges?)\b/i],
  [
    "delivery",
    /\b(?:deliver\w*|courier|arriv\w+|ride|taxi|cab|driver|orders?|parcels?|packages?|be (?:there|here)|pick(?:ing)? you up)\b/i,
  ],
  ["fix", /\b(?:fix\w*|repair\w*|sort\w*|restor\w+|correct\w*|reassign\w*|reconnect\w*)\b/i],
];

/** Giving something that no kind's words name; money posts to an account. */
const sending = /\b(?:send|sent|post(?! (?:in|to|within|by)\b)|ship\w*|popped|going out)\b/i;
/** What is waited for: "Once the carrier scans the package, …". */
const waited = /^\W*(?:once|when|after|as soon as)\b[^,]*, /i;

/**
 * The kind of a promise that no specific rule matches: someone of the company, a future tense and
 * an act that benefits the customer, with a time or a given thing.
 * @param isTimed whether a time was found in or after the sentence
 * @param before the sentences before it, which "it" refers to
 * @returns null if the sentence is no promise
 */
export function kindOfGeneralPromise(
  text: string,
  isTimed: boolean,
  before: readonly string[],
): PromiseKind | null {
  if (isNotForTheCustomer(text)) return null;
  const isDated = isTimed || clock.test(text);
  if (!saysLater(text, isDated) && !isPursued(text, isDated)) return null;
  const own = kindIn(text);
  if (own !== null || !referring.test(text)) return own ?? "follow-up";
  return before.map(kindIn).findLast((kind) => kind !== null) ?? "follow-up";
}

/** "It should appear within a week": what is promised stands before. */
const referring = /^\W*(?:and |but )?(?:it|they|this|that|these|you|expect|please|allow)\b/i;

/** The kind whose words come first, apart from the steps that are waited for. */
function kindIn(text: string): PromiseKind | null {
  const said = withoutSteps(text.replace(waited, ""));
  const found = kinds.flatMap(([kind, words]) => {
    const at = said.search(words);
    return at < 0 ? [] : [{ kind, at }];
  });
  const first = found.toSorted((one, another) => one.at - another.at)[0];
  return first?.kind ?? (sending.test(said) ? "delivery" : null);
}

/** Whether a clause names somebody of the company, a future, and an act that cannot be done at once. */
function isPursued(text: string, isDated: boolean): boolean {
  if (other.test(text)) return false;
  const isLater = pursued.test(text) || passedOn.test(text) || given.test(text);
  return isLater || (isDated && acts.some((each) => each.test(text)));
}
