/** Fragments of commitment patterns; all for the `i` flag. */
export const ourPeople =
  "team|department|desk|office|engineer|technician|mechanic|plumber|electrician|fitter|courier|driver|specialist|colleague|supervisor|manager|agent|representative|rep|advis[eo]r|expert|lead|unit|staff|support|associate";

/** "I'll", "we are going to": the speaker's future. */
export const weWill =
  "\\b(?:i|we)(?:['’]ll| will| shall|['’]m going to| am going to|['’]re going to| are going to)(?: (?:personally|also|then|make sure (?:that )?(?:we|i|you get)|do is|be able to have))?";

/** Someone of the company and a future tense: "our billing team will", "someone is going to". */
export const theyWill = `\\b(?:someone|somebody|they|he|she|(?:an?|our|the|my|one of our|one of my|another) (?:[\\w'’-]{1,40} ){0,3}(?:${ourPeople})s?(?: \\w{1,40})?|[\\w'’-]{1,40} from (?:our |the )?\\w{1,40})(?:['’]ll| will| shall|['’]s going to| is going to| are going to)`;

/** Someone was asked or sent already: "I've arranged for", "we have booked". */
export const weHave =
  "\\b(?:i|we)(?:['’]ve| have|['’]m| am|['’]re| are)(?: (?:just|now|already))? (?:arrang|book|schedul|request|organi[sz]|ask|set|sett|log)(?:ed|ing|up)?";

/** Someone acts on request: "I've asked our service desk to". */
export const weAsked =
  "\\b(?:i|we)(?:['’]ve| have)? (?:asked|told|instructed|arranged for|got) [^.!?;]{2,40}? to";

/** The speaker starts it now: "I'm ordering". */
export const weAre = "\\b(?:i['’]m|we['’]re|i am|we are)";

/** "you'll", "you should", "you can expect to". */
export const youWill =
  "(?<!\\b(?:amount|total|sum|what|how much|everything|all|refund|credit) )\\byou(?:['’]ll| will| are going to|['’]re going to| should| shall| can expect(?: to)?| may expect)(?: then| also| soon)?";

export const money =
  "(?:[$€£]\\s?\\d[\\d.,]*|\\b\\d[\\d.,]{0,20}\\s?(?:dollars?|euros?|pounds?|usd|eur|gbp|bucks)\\b|\\b(?:five|ten|fifteen|twenty|twenty[- ]five|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred|one hundred) (?:dollars|euros|pounds|bucks)\\b)";

/** A future event without an actor: "will be", "is going to". */
export const itWill =
  "(?:['’]ll| will| shall| should|['’]s going to| is going to| are going to| is being| are being)";

/** A few words of the same clause, without points within numbers (`withoutDecimalPoints`). */
export const near = "[^.!?;]{0,60}?";

/** The text, of the same length, with "·" for the points within numbers: "$1,204·50". */
export function withoutDecimalPoints(text: string): string {
  return text.replace(/(?<=\d)\.(?=\d)/g, "·");
}
