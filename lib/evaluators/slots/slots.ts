import { bookingSlots } from "./booking-slots";
import type { Slot } from "./slot";

const numberWord = "(number|no\\.?|id|#|code)";
const months =
  "jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sep(t(ember)?)?|oct(ober)?|nov(ember)?|dec(ember)?";
const days = "mon|tues|wednes|thurs|fri|satur|sun";
const amounts = "\\d+|one|two|three|four|five|six|seven|eight|nine|ten";

/** From general service knowledge, most specific first: the first match decides. */
export const slots: readonly Slot[] = [
  {
    name: "email",
    words: "the e-mail address",
    isIdentity: true,
    asked: /\be-?mail( address)?\b/i,
    given: /\b[^\s@<>]{1,64}@[^\s@<>]{1,190}\.\w+|<EMAIL:/i,
  },
  {
    name: "phone",
    words: "the phone number",
    isIdentity: true,
    asked:
      /\b(phone|telephone|mobile|cell|contact|callback|call-?back) ?(phone )?(number|no\b\.?)|\b(what|which)(['’]s| is) (your|the best) (tele)?(phone|mobile)\b/i,
    given:
      /<PHONE:|\+\d[\d\s().-]{7,}\d|(\(\d{3}\) ?|\b\d{3}[ .-])\d{3}[ .-]\d{4}\b|\b\d{3}-\d{4}\b/i,
  },
  {
    name: "birth_date",
    words: "the date of birth",
    isIdentity: true,
    asked: /\b(date of birth|birth ?date|birth ?day|dob|when were you born)\b/i,
    given: /\b(born|birth ?(day|date)?|dob)\b.{0,20}\d/i,
  },
  {
    name: "postcode",
    words: "the postal code",
    isIdentity: true,
    asked: /\b(zip|postal|post) ?(code)\b|\bpostcode\b|\bzip\b/i,
    given: /\b(zip([ -]?code)?|post(al)?[ -]?code)\b.{0,12}\w*\d|\b\d{5}(-\d{4})?\b(?!\d)/i,
  },
  {
    name: "credential",
    words: "the password or code",
    isIdentity: true,
    asked:
      /\b(password|passcode|pin|security (code|question|answer)|access code|one-?time code)\b/i,
    given:
      /\b(password|passcode|pin|security (code|answer)|access code)\b.{0,15}(is|:)\s*\S+|<(KEY|TOKEN):/i,
  },
  {
    name: "account",
    words: "the account number",
    isIdentity: true,
    asked: new RegExp(
      `\\b(account|customer|member(ship)?|loyalty|user|policy|client|subscriber|patient) ?${numberWord}|\\buser ?name\\b`,
      "i",
    ),
    given: new RegExp(
      `<ACCOUNT:|\\b(account|customer|member(ship)?|loyalty|user|policy|client) ?${numberWord}?[^\\w$€£]{1,20}(is |it's )?[^\\s$€£]{0,60}\\d|\\b(?!(gift|credit|debit)_card_)[a-z]{1,40}_[a-z]{1,40}_\\d+\\b`,
      "i",
    ),
  },
  {
    name: "order",
    words: "the order or booking number",
    isIdentity: false,
    asked: new RegExp(
      `\\b(order|booking|reservation|confirmation|reference|ticket|case|tracking|invoice|transaction|flight|claim) ?${numberWord}`,
      "i",
    ),
    given:
      /#\w*\d\w*|\b(order|booking|reservation|confirmation|reference|ticket|case|tracking|invoice|transaction|claim)\b[^.?!]{0,25}\b(?=[A-Za-z-]{0,40}\d)[A-Za-z0-9-]{4,}\b|\b(?=[A-Z]{0,40}\d)(?=\d{0,40}[A-Z])[A-Z0-9]{5,}\b/,
  },
  {
    name: "address",
    words: "the address",
    isIdentity: true,
    asked: /\b(?<!e-?mail |ip |web )address\b|\bwhere do you live\b/i,
    given:
      /<ADDRESS:|\b\d+[a-z]? (\w+ ){1,3}(street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|way|court|ct|place|square)\b|(?<!\b(e-?mail|ip|web) )\baddress is\b/i,
  },
  {
    name: "name",
    words: "the name",
    isIdentity: true,
    asked:
      /\b(your|full|first|last|sur|a) ?name\b|\bthe name (on|under|it)\b|\bthe name\W*$|\bname,? please\b|\bwho am i (speaking|talking|chatting)\b/i,
    given:
      /<PERSON:|\b(my name(['’]s| is)|name is|this is|under the name( of)?|name:|i am|i['’]m|it['’]?s|call me) (?!(not|a|an|the|in|on|at|so|very|about|my|your|to|from|just|still|trying|looking|having|going|sorry|happy|sure|good|fine|also|currently|calling|writing|unable|interested|sure|here|there|ok|okay|no|now|going|coming|leaving|departing|bringing|planning|thinking|wondering|hoping|feeling|tired|sick|hungry|late|ready|afraid|glad|stuck|locked|under|out|off|up|back|done|new|currently|with|for|by|that|this|it|what|all|one|two|only|really|super|too|quite|pretty|urgent|important|because|been|getting|heading|hot|cold|always|never|also|an?)\b)[a-z]{2,}(?!\w*ing\b)|\b[A-Z][a-z]+ here\b/i,
  },
  {
    name: "people",
    words: "the number of people",
    isIdentity: false,
    asked:
      /\bhow many (people|guests|passengers|travell?ers|persons|adults|seats|of you)\b|\bparty size\b|\bnumber of (guests|people|passengers|travell?ers|attendees)\b/i,
    given: new RegExp(
      `\\b(${amounts}) (\\w+ )?(people|guests?|passengers?|persons?|adults|travell?ers|of us|seats?|tickets?|friends|buddies)\\b|\\b(table|seats?|tickets?|room|reservation|book\\w*|passage) (it )?for (${amounts})\\b(?! ?(nights?|days?|hours?|am|pm|o'clock|:))|\\bjust (for )?(me|myself)\\b|\\bby myself\\b|\\bparty of (${amounts})\\b`,
      "i",
    ),
  },
  {
    name: "time",
    words: "the time",
    isIdentity: false,
    asked:
      /\b(what|which|preferred) (time|hour)\b|\btime (would|do|should|are|is|of day|works)\b|\bat what time\b/i,
    given:
      /\b\d{1,2}([:.]\d{2})? ?(am|pm|a\.m|p\.m|o'clock)|\b\d{1,2}:\d{2}\b|\b(noon|midnight)\b/i,
  },
  {
    name: "date",
    words: "the date",
    isIdentity: false,
    asked:
      /\b(what|which|preferred|travel|departure|return|exact) (date|day)s?\b|\b(?<!birth ?)(date|day)( of)? (?!of birth|birth)(travel|departure|would|do|should|for|works|did|you|arrival|return|purchase)\b|\bthe (travel )?(day|date)\b(?! of birth)|\bwhen (would|do|did|are|were|was|will|should|is) (you|the|your|this|that|it)\b/i,
    given: new RegExp(
      `\\b(${months})\\.? \\d{1,2}\\b|\\b\\d{1,2}(st|nd|rd|th)?( of)? (${months})\\b|\\b\\d{1,4}[/-]\\d{1,2}([/-]\\d{2,4})?\\b|\\b(${days})day\\b|\\b(tomorrow|today|tonight|yesterday|next (week|month))\\b`,
      "i",
    ),
  },
  {
    name: "payment",
    words: "the means of payment",
    isIdentity: false,
    asked:
      /\b(payment (method|details|option)|which card|card (number|details)|how would you like to pay|method of payment|credit card)\b/i,
    given:
      /<(CARD|IBAN):|\b(visa|mastercard|amex|american express|paypal|gift ?card|credit card|debit card|bank transfer)\b/i,
  },
  {
    name: "amount",
    words: "the amount",
    isIdentity: false,
    asked:
      /\b(how much (was|is|were|did|do|would)|what (amount|price|sum|was the charge)|the (exact )?amount(?! (that|which|to be|will|we)\b)|price range|budget)\b/i,
    given: /[$€£]\s?\d+([.,]\d+)*|\b\d+([.,]\d+)? ?(dollars|usd|euros?|eur|pounds|gbp|bucks)\b/i,
  },
  ...bookingSlots,
  {
    name: "product",
    words: "which product",
    isIdentity: false,
    asked:
      /\b(which|what) (item|items|product|products|model|device|plan|service|brand|type of|kind of|room|size|colou?r)\b|\b(serial|model) number\b/i,
    given: null,
  },
  {
    name: "reason",
    words: "what the matter is",
    isIdentity: false,
    asked:
      /\b(reason (for|why|behind)|what (happened|went wrong|seems|is the (issue|problem|matter)|exactly is|issue|problem)|what(['’]s| is) (the )?(issue|problem|matter|wrong|going on|happening)|nature of (the|your) (enquiry|inquiry|call|issue|problem|question|request)|describe (the|your) (issue|problem|situation)|tell me (more )?about (the|your) (issue|problem|situation)|why (do|did|are|would) you|explain (the|your) (issue|problem|situation))\b/i,
    given:
      /\b(because|broken|damaged|wrong|defective|faulty|doesn['’]t|does not|didn['’]t|did not|isn['’]t|not working|never (arrived|received)|error|the (issue|problem) is|charged|missing|late|delayed|cancell?ed)\b/i,
  },
];
