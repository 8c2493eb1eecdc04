import type { PromiseKind } from "@/lib/domain/case/case-promise";
import {
  itWill,
  money,
  near,
  ourPeople,
  theyWill,
  weAre,
  weAsked,
  weHave,
  weWill,
  youWill,
} from "./phrases";

/** Patterns of one kind of commitment and of later references to it. */
export type PromiseRule = {
  readonly kind: PromiseKind;
  /** In plain words. */
  readonly what: string;
  readonly made: readonly RegExp[];
  /** True if the words are a commitment only with a time; without one they describe an immediate act. */
  readonly needsDue: boolean;
  /** Matches later references to the thing. */
  readonly named: RegExp;
};

const pattern = (...parts: readonly string[]): RegExp => new RegExp(parts.join(""), "i");

const creditNouns =
  "(?:credit|voucher|certificate|goodwill|compensation|store credit|gift card|discount)";
const visitors =
  "(?:technician|engineer|mechanic|plumber|electrician|fitter|repair ?(?:man|person|team))";
const newOne =
  "(?:replacement|another one|substitute|(?:new|fresh) (?:one|unit|device|card|router|modem|box|phone|item))";
const written =
  "(?:e-?mail|text|sms|letter|message|confirmation|summary|instructions|label|link|paperwork|tracking|update|receipt|copy|form|details|document|invoice)";

/** A few words before the money; an e-mail about money is an e-mail. */
const nearNoMessage = `(?:(?!\\b${written}s?\\b)[^.!?;]){0,60}?`;
const repaid = "(?:refunded|reimbursed|returned|reversed|waived|back|credited)";

/** The most likely kind first: the first matching rule decides. */
export const promiseRules: readonly PromiseRule[] = [
  {
    kind: "credit",
    what: "credit",
    needsDue: false,
    named: /\b(credit(ed|ing)?|voucher|certificate|compensation|goodwill)\b/i,
    made: [
      pattern(
        weWill,
        ` (?:add|apply|put|give|issue|post|place|send|book|arrange|grant)\\b${near}\\b${creditNouns}\\b`,
      ),
      pattern(`(?:${weWill}|${weAsked})(?: be)? credit(?:ing)? (?:you|your|the|it|${money})`),
      pattern(`\\bexpect (?:a )?${near}\\b${creditNouns}\\b`),
      pattern(money, "\\b (?:goes|will go|is going) (?:on|onto|to|into) your\\b"),
      pattern(`\\b${creditNouns}\\b${near}${itWill} (?:be|appear|show|post|hit|land|go|come)\\b`),
      pattern(
        youWill,
        ` (?:receive|get|see|have|find)\\b${nearNoMessage}\\b(?:a|the|your|an?|${money}) (?:\\S+ ){0,2}${creditNouns}\\b`,
      ),
    ],
  },
  {
    kind: "refund",
    what: "refund",
    needsDue: false,
    named:
      /\b(refund(s|ed|ing)?|reimburse(d|ment)?|money( back)?|revers(e|ed|al)|waive[dr]?|deposit)\b/i,
    made: [
      pattern(weWill, "(?: be)? (?:refund|reimburse|waive)(?:ing)?\\b"),
      pattern(
        weWill,
        `(?: be)? (?:return|send|give|pay|revers|transfer|releas|wir)(?:e|es|ing)?\\b${near}`,
        `(?:${money}|\\bmoney\\b|\\bcharge\\b|\\bfee\\b)`,
      ),
      pattern(
        weWill,
        ` (?:process|issue|send|start|request|arrange|submit|raise|put through)\\b${near}\\brefund\\b`,
      ),
      pattern(`\\b(?:i['’]m|we['’]re|i am|we are) (?:sending|returning|paying)\\b${near}`, money),
      pattern(
        `\\b(?:refund|reimbursement|money)\\b${near}${itWill} (?:be |go |have )?`,
        `(?:${repaid}|processed|issued|sent|paid|on its way)\\b`,
      ),
      pattern(
        `(?:\\b(?:amount|deposit)\\b|${money})${near}${itWill} (?:be |go |have )?`,
        `(?:${repaid}|issued|sent|paid|on its way)\\b`,
      ),
      pattern(`\\b(?:charge|fee)\\b${near}${itWill} (?:be |go )?${repaid}\\b`),
      pattern(
        `\\b(?:refund(?:ed)?|reimburs\\w+|waived)\\b${near}(?:\\b(?:it|that|you|this)${itWill} (?:be (?:with you|in your|on your|there)|see|have|arrive|reach|show|appear))`,
      ),
      pattern(
        youWill,
        ` (?:receive|get|see|have)\\b${nearNoMessage}(?:\\b(?:refund|reimbursement|money back)\\b|${money}${near} back\\b)`,
      ),
      pattern(`\\byour (?:bank|card|account|statement|balance)${itWill} show `, money),
      pattern(`\\b(?:make sure|see to it)\\b${near}\\breleases?\\b${near}`, money),
    ],
  },
  {
    kind: "replacement",
    what: "replacement",
    needsDue: false,
    named:
      /\b(replac\w+|(new|fresh) (one|unit|device|card|router|modem|box|phone|item)|swap(ped)?)\b/i,
    made: [
      pattern(
        `(?:${weWill}|${weAsked}) (?:send|ship|mail|dispatch|get|order|issue|arrange|post)\\b${near}\\b${newOne}\\b`,
      ),
      pattern(`${weAre} (?:sending|shipping|ordering|mailing|posting)\\b${near}\\b${newOne}\\b`),
      pattern(weWill, " (?:replace|swap) (?:it|that|this|your|the)\\b"),
      pattern(`\\b${newOne}\\b(?:${itWill}| is (?:on (?:its|the) way|posted|sent))`),
      pattern(`\\b${newOne}\\b${near}\\byou(?:['’]ll| will) (?:have|get|receive) it\\b`),
      pattern(youWill, ` (?:receive|get|have)\\b${near}\\b(?:a|the|your) (?:\\w+ )?${newOne}\\b`),
    ],
  },
  {
    kind: "visit",
    what: "technician's visit",
    needsDue: false,
    named:
      /\b(technicians?|engineers?|mechanic|plumber|electrician|visit|appointment|come (out|by|round|over)|came)\b/i,
    made: [
      pattern(
        weWill,
        ` (?:send|book|schedule|arrange|get|organi[sz]e|dispatch|need)\\b${near}\\b(?:${visitors}\\b|(?:someone|somebody) (?:out|over|round|by)\\b)`,
      ),
      pattern(weHave, `\\b${near}\\b(?:${visitors}|visit)\\b`),
      pattern(`${weAre} (?:sending|booking|scheduling|arranging)\\b${near}\\b${visitors}\\b`),
      pattern(youWill, ` have an? ${visitors}\\b`),
      pattern(
        `\\b${visitors}s?(?: \\w+){0,2}?(?:${itWill}| is| are) (?:be with|come|coming|visit|visiting|arrive|arriving|stop by|drop by|call (?:by|round)|on (?:his|her|the|their) way)`,
      ),
    ],
  },
  {
    kind: "callback",
    what: "callback",
    needsDue: false,
    named:
      /\b(call(ed|s|ing)? (me|us|back)|(?<!\bi (just )?)call(ed)? you( back)?|call-?backs?|phone call|(nobody|no ?one|anyone|someone|somebody|they|never) (has |have |had |ever )?(called|rang|phoned)|(rang|rung|ring|phoned|phone) (me|us|you)|(give|gave|given) (me|us|you) a (call|ring))\b/i,
    made: [
      pattern(
        `(?:${weWill}|${theyWill})(?: be)?(?: \\w+ly)? (?:(?:call|phone|ring|telephon)(?:e|ing)? you\\b|give you a (?:\\w+ )?(?:call|ring|bell|shout)|call(?:ing)? back|contact you by (?:tele)?phone)`,
      ),
      pattern(
        weWill,
        ` (?:arrange|book|schedule|request|set up|organi[sz]e)\\b${near}\\bcall[- ]?back\\b`,
      ),
      pattern(weHave, `\\b${near}\\b(?:call[- ]?back|(?:to|will) (?:call|phone|ring) you)\\b`),
      pattern(
        youWill,
        " (?:get|receive|have|be getting) a (?:\\w+ )?(?:phone )?call(?:[- ]?back)?\\b",
      ),
      pattern(weAsked, " (?:call|phone|ring) you\\b"),
      pattern(weWill, ` (?:have|get)\\b${near}\\b(?:call|phone|ring) you\\b`),
      pattern(`\\b(?:i|we) (?:promise|guarantee)\\b${near}\\b(?:calls|phones|rings) you\\b`),
    ],
  },
  {
    kind: "message",
    what: "message",
    needsDue: false,
    named:
      /\be-?mail(s|ed)?\b(?! (address|account|i used|on (file|my|your|the|record)))|\b(text(ed)?|sms|letter|message|confirmation|summary|in writing|paperwork|inbox)\b/i,
    made: [
      pattern(
        `(?:${weWill}|${theyWill})(?: be)? (?:(?:e-?mail|text|write|messag)(?:e|ing)?(?: to)? you\\b|(?:send|mail|post|forward|drop)(?:ing)? you\\b${near}\\b${written}\\b|(?:send|e-?mail|text|mail|forward)\\b${near}\\b${written}\\b${near}\\bto (?:you|your)\\b)`,
      ),
      pattern(weWill, " (?:mail|send|e-?mail|text) you (?:the|a|an|your|over)\\b"),
      pattern(youWill, ` (?:receive|get|have|see)\\b${near}\\b(?:${written}s?|in your inbox)\\b`),
      pattern(
        `\\b(?:a|an|the|your) (?:\\w+ )?${written}${itWill} (?:be (?:sent|e-?mailed|mailed|texted|in your|with you|on its way)|follow|come|arrive|reach|go out)`,
      ),
    ],
  },
  {
    kind: "fix",
    what: "fix",
    needsDue: true,
    named:
      /\b(fix(ed)?|repair(ed|s)?|restor(e|ed)|working|resolved|sorted|corrected|back up|back on)\b/i,
    made: [
      pattern(
        `(?:${weWill}|${theyWill}) (?:(?:fix|repair|resolve|restore|correct|sort)\\b|have\\b${near}\\b(?:fixed|sorted|repaired|resolved|restored|working|corrected|redone)\\b)`,
      ),
      pattern(
        `\\b(?:service|line|internet|connection|power|it|that|problem|issue|fault|account|bill)${itWill} be (?:fixed|restored|repaired|back|working|resolved|sorted|corrected)\\b`,
      ),
    ],
  },
  {
    kind: "delivery",
    what: "delivery",
    needsDue: true,
    named: /\b(deliver(y|ed)|parcel|package|shipment|arrived?|shipped)\b/i,
    made: [
      pattern(
        `\\b(?:order|package|parcel|items?|shipment|delivery|courier)\\b(?: \\S+){0,3}?${itWill} (?:arrive|be (?:delivered|there|with you|shipped|dispatched|out for delivery)|ship|leave|come|reach you)\\b`,
      ),
    ],
  },
  {
    kind: "follow-up",
    what: "follow-up",
    needsDue: false,
    named:
      /\b(hear(d)? (back|from)|follow(ed)?[- ]?up|(got(ten)?|get|came|come) back to|in touch|escalat\w+|complaint|look(ed|ing)? into|investigat\w+)\b/i,
    made: [
      pattern(
        `(?:${weWill}|${theyWill})(?: be)?(?: \\w+ly)? (?:get(?:ting)? back (?:to|with) you|(?:be )?in touch\\b|follow(?:ing)? up\\b|com(?:e|ing) back to you|reach(?:ing)? out (?:to you|personally|again)|keep(?:ing)? you (?:posted|updated|informed|in the loop)|contact(?:ing)? you\\b|updat(?:e|ing) you\\b|report(?:ing)? back)`,
      ),
      pattern(
        theyWill,
        " (?:look (?:into|after|at)|investigate|review|take (?:it|this|that) from (?:here|there)|deal with|take care of|finish|handle|contact)\\b",
      ),
      pattern(
        weWill,
        ` (?:look into|investigate|review|check)\\b${near}\\b(?:and|to) (?:tell|let|inform|notify|update|get back to|come back to|call|write to|e-?mail) you\\b`,
      ),
      pattern(
        weWill,
        ` (?:escalate|raise|pass|hand|forward|take|flag|report)(?: (?:it|this|that)| (?:your|the) (?:\\w+ )?(?:case|complaint|request|issue|matter|concern))\\b${near}\\b(?:to|with|over to|up with|up to)\\b`,
      ),
      pattern(weWill, " (?:escalate|investigate)\\b"),
      pattern("\\byour (?:complaint|case|request|issue) is going to\\b"),
      pattern(
        weWill,
        ` (?:have|get|ask) (?:someone|somebody|(?:an?|the|our|my|one of our) (?:[\\w'’-]{1,40} ){0,3}(?:${ourPeople})s?)\\b`,
      ),
      pattern(youWill, ` hear(?: back)? (?:from|within|by|in|on)\\b`),
    ],
  },
];
