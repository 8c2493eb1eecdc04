import { plainSpeech } from "./plain-speech";

/** A sentence in plain words, and where its clauses begin in them. */
export type PlainClauses = { readonly words: string; readonly starts: ReadonlySet<number> };

/** Its colon ends no clause. */
const pseudonym = /<[A-Za-z_]+(?::[^<>]*)?>/g;
const clauseEnd = /[,;:\u2013\u2014()]+| - /u;

/** A sentence as plain words that remember its commas, colons and dashes. */
export function plainClauses(sentence: string): PlainClauses {
  const starts = new Set<number>();
  let words = "";
  for (const clause of sentence.replace(pseudonym, "name").split(clauseEnd)) {
    const plain = plainSpeech(clause);
    if (plain === "") continue;
    if (words !== "") words += " ";
    starts.add(words.length);
    words += plain;
  }
  return { words, starts };
}

const whom = "(?: (?:you|him|her|them|anyone|anybody|people|customers|myself|ourselves))?";
const negator =
  "(?:not|never|nobody|no one|none|nothing|neither|hardly|barely|scarcely|refuse[sd]?|unable|forbidden|without)";
/** "I'm not allowed to say (that)", "it is not true that", "not like". */
const denied = new RegExp(
  `\\b${negator}(?: [\\p{L}']+){0,5} (?:say|saying|said|says|tell|telling|told|tells|claim|claims|claiming|claimed|call|calling|pretend|think|thinks|believe|believes|suppose|true|correct|right|case|like|as if|as though|admit|confirm|reveal|disclose|state|mention|suggests?|means?|certain|sure|promise)${whom}(?: that)?$`,
  "u",
);
const doubted =
  /\b(?:no way|(?:wrong|false|untrue|incorrect|myth|lie|nonsense|rumou?rs?|joke)(?= that$)|doubt(?:ed|s|ful)?|(?:deny|denies|denied|denying)|since when|refuse[sd]? to (?:say|admit|confirm|claim|tell you))(?: (?:that|if|whether))?$/;
/** "Nobody" before "here is", "none of" before "our calls are". */
const noSubject =
  /\b(?:nobody|no one|none|nothing|not (?:all|every|everyone|everybody|one|any|a single)|hardly(?: any| anybody| anyone)?|few)(?: (?:of|on|in|about|during|from|part|us|we|call|calls))*$/;
/** "Pretend", "suppose that", "let us imagine". */
const imagined =
  /(?<!\b(?:not|never) )\b(?:pretend(?:ing)?|imagine|imagining|suppos(?:e|ing)|assum(?:e|ing)|make believe|what if|for the sake of argument|(?:picture|imagine|think of|consider|treat) (?:me|us|this) as|in (?:this|our|the|a) (?:role ?play|game|story|scenario|film|play))(?: (?:that|for (?:a|one) (?:moment|second|minute)))*$/;
/** "Please say", "repeat after me": somebody else is to say the words. */
const dictated =
  /(?:^|\b(?:please|then|just|now|and|must|you can|could you|can you) )(?:say|repeat|type|enter|write|read|spell|confirm|speak)(?: (?:after me|aloud|out loud|back|in|the|this|these|following|words?|phrase|sentence|text|line|that))*$/;
/** What somebody else says or thinks, or a mere idea. */
const hearsay =
  /(?:\b(?:he|she|they|you|some|people|customers|somebody|someone|no one|nobody)(?: \p{L}+)? (?:say|says|said|think|thinks|thought|believe|believes|believed|claim|claims|claimed|wrote|joked)|\b(?:was|were|been) told|\btold (?:me|us))(?: that)?$|(?:^|\b(?:idea|notion|claim|thought|suspicion|suggestion) )that$/u;
/** "I have to say" is the speaker's own. */
const ownDuty =
  /\b(?:i|we) (?:have|need|want|would like|ought|am (?:obliged|required)|must|will|am supposed)(?: to)? (?:say|confirm)(?: that)?$/;

/**
 * What words right before a statement make of it: a denial ("it is not true that"), a mention ("pretend"), or null if
 * they leave it as it is.
 * @param isApart whether a comma or the like stands between, as in "that is not true, I am a bot"
 */
export function undoneAhead(before: string, isApart: boolean): "denial" | "mention" | null {
  const near = before.slice(-120);
  if (imagined.test(near) || (dictated.test(near) && !ownDuty.test(near))) return "mention";
  if (isApart) return null;
  if (hearsay.test(near)) return "mention";
  return [denied, doubted, noSubject].some((way) => way.test(near)) ? "denial" : null;
}

const quoting =
  "(?:say|says|said|saying|repeat|type|enter|write|writes|wrote|read|reads|words?|phrase|sentence|text|line|button|label|sign|screen|page|titled?|called|me|him|her|them|after me|aloud|out loud|asked?|asks|told|message|was|with)";
const clause =
  "(?=[^\"\u201d\u00bb\\n]{0,40}\\b(?:i am|i['\u2019]m|this is|you are|you['\u2019]re|it is|call is)\\b)";
const quoted = [
  new RegExp(
    `\\b\\p{L}+[,:]? ["\u201c\u00ab]${clause}([^"\u201d\u00bb\\n]{1,200})["\u201d\u00bb]`,
    "giu",
  ),
  new RegExp(
    `\\b${quoting}[,:]? ['\u2018]((?:[^'\u2019\\n]|['\u2019](?=\\p{L})){1,200})['\u2019](?!\\p{L})`,
    "giu",
  ),
];

/** The text with blanks in place of words that it only quotes: "type 'I am a bot' to go on"; of the same length. */
export function withoutQuoted(text: string): string {
  if (!/["'\u2018\u201c\u00ab]/u.test(text)) return text;
  return quoted.reduce(
    (rest, pattern) =>
      rest.replace(pattern, (whole, words: string) =>
        whole.replace(words, " ".repeat(words.length)),
      ),
    text,
  );
}
