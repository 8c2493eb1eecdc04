import { itWill, near, ourPeople, theyWill, weWill, youWill } from "./phrases";
import { namesStep } from "./clauses";

/** Money that goes to the customer by its name. */
const refund =
  "(?:refunds?|reimbursements?|money|funds|credits?|vouchers?|certificates?|compensation|payout)";
/** Money that may go either way. */
const sum =
  "(?:amount|sum|balance|difference|price|payment|fees?|charges?|deposit|[$€£]\\s?\\d[\\d.,]*)";
const written =
  "(?:e-?mails?|texts?|sms|letters?|messages?|confirmations?|instructions|labels?|links?|receipts?|invoices?|documents?|paperwork|details|summary|copy|updates?|notifications?|reminders?|tracking|itinerary|tickets?)";
const goods =
  "(?:replacements?|exchange|(?:new|replacement|correct|exchanged?) (?:\\w+ ){0,3}\\w+|orders?|packages?|parcels?|shipments?|delivery|items?|products?|devices?|cards?|courier|headset|phones?|boxe?s?|kits?|parts?|baggage|luggage|bags?|meals?|food|pizza)";
const transport = "(?:ride|taxi|cab|car|driver|uber|lyft|pick-?up|technician|engineer)";
/** Soon, in words without a count. */
const soon =
  "(?:shortly|soon|momentarily|in due course|any (?:minute|moment)(?: now)?|in (?:just )?a (?:moment|minute|few (?:moments|minutes))|(?:right|straight) over|presently|as (?:soon|quickly|fast|promptly) as possible|at the earliest|right (?:now|away))";
const soonWords = new RegExp(`\\b${soon}\\b`, "i");

/** Money given back. */
const repaid =
  "(?:refunded|reimbursed|re-?credited|credited|returned|reversed|waived|removed|paid (?:back|out|to you)|sent back|back|released|added (?:back )?to your)";
const given =
  "(?:re)?(?:funded|imbursed|fund|credited|returned|reversed|waived|paid|sent|issued|processed|added|applied|deposited|released|transferred|back|reflected|visible|available|posted|initiated|completed)";
const sent =
  "(?:sent|e-?mailed|mailed|texted|posted|issued|forwarded|provided|in your (?:inbox|mail|e-?mail)|with you|on its way|there|shared)";
const supplied =
  "(?:sent|shipped|dispatched|delivered|mailed|posted|processed|arranged|replaced|reissued|prepared|ready|available|with you|on its way|there|back)";
const moves =
  "(?:go|come|arrive|appear|post|show(?: up)?|reflect|follow|land|reach|ship|hit|clear|be there|be with you|be ready|replace|return)";
const adverbs =
  "(?:also |then |now |still |all |soon |shortly |automatically |immediately |promptly |directly |only )*";
/** What a person does who comes or gets in touch. */
const comes = `\\b(?!you\\b|i\\b|we\\b)[\\w'’-]{1,40}${itWill} ${adverbs}(?:be (?:with you|knocking|calling|in touch)|knock|visit|ring (?:you|at)|stop by|drop by|come (?:by|over|out|round|to you)|(?:call|contact|phone|e-?mail|text|reach|see|meet) you|reach out|get (?:back|in touch)|follow up)\\b`;

const any = (...parts: readonly string[]): RegExp => new RegExp(parts.join(""), "i");

/** A way to say that something will happen later for the customer. */
type Frame = {
  readonly says: string;
  readonly words: RegExp;
  /** Counts only with a time, a "soon" or a step of a process to wait for; else it may describe the present. */
  readonly needsTime: boolean;
};

/** Future reference, and either somebody of the company who acts or an event in the customer's favour. */
const frames: readonly Frame[] = [
  {
    says: "what the customer gets: you will receive, you will be refunded",
    needsTime: false,
    words: any(
      `${youWill} ${adverbs}(?:(?:receive|hear)\\b(?! (?:a |an )?(?:error|prompt|charge))|be (?:\\w+ly )?(?:contacted|notified|informed|refunded|reimbursed|credited|called|phoned|e-?mailed|texted|updated|compensated|sent|issued|paid)\\b)`,
    ),
  },
  {
    says: "what the customer has then: you will have your money back",
    needsTime: false,
    words: any(
      `${youWill} ${adverbs}(?:get|have|see|find|notice)\\b(?! to\\b)${near}\\b(?:refund|reimbursement|credit|money|voucher|replacement|${written}|${refund}|${sum})`,
    ),
  },
  {
    says: "money that goes to the customer: the refund will be processed",
    needsTime: false,
    words: any(
      `\\b${refund}\\b${near}(?:${itWill}|\\bto) ${adverbs}(?:be|get|go|have) ${adverbs}(?:been )?${given}\\b`,
    ),
  },
  {
    says: "a sum given back: the difference will be refunded",
    needsTime: false,
    words: any(
      `(?:\\b|(?=[$€£]))${sum}${near}(?:${itWill}|\\bto) ${adverbs}(?:be|get|go|have) ${adverbs}(?:been )?${repaid}\\b`,
    ),
  },
  {
    says: "money on its way: the refund will go to your card",
    needsTime: false,
    words: any(`\\b${refund}\\b${near}${itWill} ${adverbs}${moves}\\b`),
  },
  {
    says: "words that are sent: the label will be e-mailed",
    needsTime: false,
    words: any(`\\b${written}\\b${near}${itWill} ${adverbs}(?:be ${adverbs}${sent}|${moves})\\b`),
  },
  {
    says: "goods that are sent: the new helmet will be shipped",
    needsTime: true,
    words: any(
      `\\b${goods}\\b${near}${itWill} ${adverbs}(?:be ${adverbs}(?:\\w+ )?${supplied}|${moves})\\b`,
    ),
  },
  {
    says: "a new thing for the old: the replacement will be shipped",
    needsTime: false,
    words: any(
      `\\b(?:replacements?|(?:new|replacement|correct|exchanged?) (?:\\w+ ){0,3}\\w+)\\b${near}${itWill} ${adverbs}be ${adverbs}${supplied}\\b`,
    ),
  },
  {
    says: "money that waits for a step: once it is scanned, the refund is issued",
    needsTime: true,
    words: any(`\\b${refund}\\b (?:is|are) (?:then )?${given}\\b`),
  },
  {
    says: "anything repaired, returned or brought: it will be fixed",
    needsTime: true,
    words: any(
      `\\b(?!you\\b|i\\b|we\\b)[\\w'’-]{1,40}${itWill} ${adverbs}be ${adverbs}(?:\\w+ly )?(?:repaired|fixed|restored|resolved|corrected|reinstated|reconnected|replaced|delivered|returned|sent|issued|answered|reviewed|processed|completed)\\b`,
    ),
  },
  {
    says: "an arrival: your ride will be there in 7 minutes",
    needsTime: true,
    words: any(
      `(?<!\\b(?:you|i|we|flight|train|bus) )${itWill} (?:be )?(?:arriv(?:e|ing)|here\\b|there\\b|with you|at your|outside|reach(?:ing)? you|appear|reflect|show (?:up )?(?:in|on)|post to|be (?:reflected|visible|back)|land|pick(?:ing)? you up|com(?:e|ing)\\b|delivered)`,
    ),
  },
  {
    says: "somebody else who acts: a human agent will be with you",
    needsTime: true,
    words: any(
      `(?:${theyWill}|\\b(?:someone|somebody|(?:an?|the|our|your|one of our|another) (?:[\\w'’-]{1,40} ){0,3}(?:${ourPeople}|member|person|human|associate|doctor|nurse|provider|${transport})s?(?: with [^.!?;,]{1,40}?)?(?: should|['’]s going to|${itWill})) ?)(?: ${adverbs})?(?:be (?:\\w+ )?)?(?:with you|connect|join|contact|call|reach|assist|help|answer|respond|reply|visit|arriv|knock|pick|collect|deliver|review|investigate|handle|get back|follow up|send|process|take (?:over|it from)|there\\b|here\\b|com(?:e|ing)\\b)`,
    ),
  },
  {
    says: "anybody who comes or gets in touch: the surveyor will knock",
    needsTime: true,
    words: any(comes),
  },
  {
    says: "a visit at an hour: the surveyor will knock at 8 pm",
    needsTime: false,
    words: any(comes, near, "\\bat \\d{1,2}(?::\\d{2})?\\s?(?:am|pm|o['’]clock)\\b"),
  },
  {
    says: "a colleague who contacts the customer, with or without a time",
    needsTime: false,
    words: any(
      `${theyWill}(?: ${adverbs})?(?: \\w+ly)? ?(?:be (?:in touch|contacting|calling|reaching out)|(?:contact|answer|ring|phone|visit|reply to|respond to) you|call you|reach out|be in touch|e-?mail you|text you|write to you|notify you|let you know|inform you|update you)|${theyWill}${near}\\bget back to you\\b`,
    ),
  },
  {
    says: "what the company sends: we will e-mail the label",
    needsTime: false,
    words: any(
      `${weWill} ${adverbs}(?:be )?(?:(?:send|e-?mail|mail|text|forward|post)(?:ing)?\\b${near}\\b${written}|(?:remind|notify|e-?mail|text|inform)(?:ing)? you\\b)`,
    ),
  },
  {
    says: "what the company does after a step: we will ship it once the return arrives",
    needsTime: true,
    words: any(
      `\\b(?:we|the (?:\\w+ )?(?:team|warehouse|department))(?:['’]ll| will| shall) ${adverbs}(?:process|ship|send|issue|release|refund|credit|deliver|dispatch|reimburse|replace|prepare|complete|return)\\b`,
    ),
  },
];

/** How long a refund takes, without or beside a verb: "Refund: $20 to your card (5–7 business days)". */
const duration =
  /\b(?:refund(?:s|ed)?|reimburse\w*|money back|funds|processed and)\b[^.!?;]{0,120}?(?:\b(?:tak(?:e|es|ing)|within|in|allow|timing|time(?:line|frame)?|expect)\b|[(:–—,-])[^.!?;\d]{0,25}\d{1,3}(?:\s*(?:to|or|[-–—])\s*\d{1,3})?\s*(?:business |working |calendar )?(?:hours?|days?|weeks?)\b|\btakes? (?:about |up to )?\d[^.!?;]{0,40}(?:days?|weeks?|hours?) for (?:the|your) (?:refund|credit|money|amount)\b/i;
/** Within so many days the customer has to act. */
const deadline =
  /\b(?:days?|hours?|weeks?) (?:of|from|after|since) (?:purchase|booking|delivery|receipt|the (?:booking|purchase))|\b(?:within|in) the (?:last|past)\b|\b(?:can|must|may) be (?:returned|cancel\w+|request\w+|refunded)\b/i;

/** What the customer is to do or pay, what is done in this conversation, and timetables. */
const notForTheCustomer =
  /\byou(?:['’]ll| will| are going to)? (?:need|have) to\b|\byou(?:['’]ll| will) be (?:charged|billed|asked|redirected|required|transferred|able)\b|\b(?:will|to) be (?:charged|billed|deducted)\b(?! or)|\b(?:charges?|hold|debit|payment)\b(?: of \S+)? (?:will|should|may) (?:appear|show|post|reflect|be (?:processed|applied|posted|visible|reflected|taken))|\b(?:weather|forecast|degrees|temperatures?)\b|\b(?:train|flight|bus)\b.*\b(?:arriv|depart|leav|land)|\b(?:destination|appointment|meeting|flight|train|bus) (?:will|is|should)\b/i;

/** Whether a clause is about what the customer does or pays, or about a timetable. */
export function isNotForTheCustomer(text: string): boolean {
  return notForTheCustomer.test(text);
}

/**
 * Whether a clause says that something will be done later; `isNotForTheCustomer` is asked before.
 * @param isTimed whether a time was found in the clause or after it
 */
export function saysLater(text: string, isTimed: boolean): boolean {
  const hasTime = () => isTimed || soonWords.test(text) || namesStep(text);
  if (frames.some(({ words, needsTime }) => words.test(text) && (!needsTime || hasTime()))) {
    return true;
  }
  return duration.test(text) && !deadline.test(text);
}
