import type { HandoffTopic } from "@/lib/domain/case/handoff-packet";
import { wordsOf } from "@/lib/learning/words-of";
import { maskedPattern } from "@/lib/domain/privacy/pseudonym";

/** How a handoff's text, prose or JSON, covers each topic; from general service vocabulary. */
const topicPatterns: Readonly<Record<HandoffTopic, RegExp>> = {
  identity:
    /\b(?:customer|caller|client|account|contact|user)[\s_]?(?:name|id|no\.?|number|email|phone)?"?\s{0,20}[:=]\s{0,20}"?\S|\b(?:name|e-?mail|phone)"?\s{0,20}[:=]\s{0,20}"?\S|\baccount (?:number )?\S{0,200}\d|\b(?:customer|caller|client|account|user) \((?:\w+ )?id\b|\b(?!(?:gift|credit|debit)_card_)[a-z]{2,40}_[a-z]{2,40}_\d+\b|\b(?:mr|mrs|ms)\.? \p{L}+|\b(?:verified|authenticated|identified)\b/iu,
  data: /#[a-z]?\d{4,}|\b(?:pnr|order|invoice|booking|reservation|ticket|reference|ref|amount|total|product|item|plan|device|parcel|payment|charge|date|line|flight)s?(?:[\s_]?\(?(?:id|no\.?|number)s?)?"?(?:\s{0,20}(?:[:=#]|is|was|of))?\s{0,20}"?[#$€£]?\S{0,200}\d|[$€£]\s?\d|\b(?:product|item|device|plan|model)"?\s{0,20}[:=]\s{0,20}"?\w/iu,
  tried:
    /\b(?:tried|attempted|checked(?! (?:bag|luggage|baggage))|verified that|tested|restarted|rebooted|reset|reinstalled|cleared|looked up|already (?:done|did|asked|checked|told)|found (?:that|a|the)|root cause|failed|errors?|not found|(?:could not|couldn['’]t|cannot|unable to) (?:be )?(?:find|found|locate|located)|confirmed|unavailable|not (?:available|possible|allowed|eligible|covered)|(?:no|only) (?:\w+ ){1,4}available|ineligible|prohibits?|cannot be|(?:do|does|did|is|are)(?: not|n['’]t) (?:allow|support|permit|meet|qualify)(?:ing|ed)?\b|(?:neither|none|not)\b[^."]{0,30}\bmeets\b|(?:outside|beyond) (?:the |its |my )?(?:\w+ ){0,2}capabilit\w+|steps?_?(?:taken|tried|done)|troubleshoot\w*|diagnos\w*|actions?_taken)\b/iu,
  expectation:
    /\b(?:wants?|wish(?:es)?|would like|asks? (?:for|to)|asked (?:for|to)|requests?|requested|requesting|expects?|expecting|expectation|trying to|needs?|recommend\w*|suggest\w*|next[\s_]steps?|should|to be (?:refunded|done|called|cancelled|replaced)|please|promised|intent|goal|desired)\b/iu,
  sentiment:
    /\b(?:sentiment|mood|emotion|tone|angry|upset|frustrat\w*|nervous|stress\w*|annoyed|unhappy|impatient|furious|irritated|worried|anxious|confused|disappointed|calm|happy|satisfied|polite|friendly|neutral|urgent)\b/iu,
};

/** A shorter text, such as {"reason": "asked"}, is no summary. */
const summaryWordsMin = 4;

/** True if what was handed over has enough words to tell anything. */
export function isSummary(handedOver: readonly string[]): boolean {
  return handedOver.reduce((sum, text) => sum + wordsOf(text).length, 0) >= summaryWordsMin;
}

/** True if words for a topic are found in a text; a pseudonym identifies a person. */
export function saysTopic(text: string, topic: HandoffTopic): boolean {
  if (topicPatterns[topic].test(text)) return true;
  return topic === "identity" && new RegExp(maskedPattern.source).test(text);
}
