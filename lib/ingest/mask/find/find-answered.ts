import { eachMatch } from "@/lib/learning/each-match";
import { states } from "./find-secrets";
import type { Candidate } from "../text-masker";

/** Introductions of an answer: "sure, it's …", "my pin is …". */
const lead =
  /^\s*(?:(?:yes|yeah|yep|sure|ok|okay|certainly|of course|alright|right|well|u+m+|u+h+|hi|hello|so|and|please|here (?:it is|you go))\b[\s,.!:;-]*)*(?:(?:it|that|(?:my|the|our) (?:\p{L}+ ){0,2}\p{L}+)(?:['’]s| is| was| says| reads| should be| would be)\s*:?\s+)?["'“]?/iu;
const value =
  /^[^\s"“”<>,;]{3,}(?: (?!(?:and|but|so|please|i|it|for|on|to|if|that|because|when|thanks|thank)\b)[^\s"“”<>,;]+){0,3}/iu;
/** Replies that give no answer. */
const remark =
  /^(?:i|i['’]\p{L}+|no|nope|not|never|none|nothing|don['’]?t|can['’]?t|won['’]?t|why|what|how|where|who|which|when|do|does|did|is|are|was|can|could|would|should|will|you|we|they|he|she|it|there|this|that|forgot|sorry|thanks?|hold|wait|let|just|because|my|the|a|an|one (?:moment|second|sec|minute)|yes|sure|maybe|same|absolutely|definitely|great|perfect|fine|done|still|already|go|see|for|in|on|at|if)(?![\p{L}\p{N}])/iu;

/** Three to eight digits alone in a list: "Jane Doe, 12345678, 8712". */
const listed =
  /(?<![\p{L}\p{N}_#$€£.:/-])\d{3,8}(?=\s*(?:[,;.]?\s|[,;.]?$))(?!\s*(?:%|dollars?|years?|days?|hours?|pm|am)\b)/giu;
const listedWordsMost = 14;
const listAt = /[,;\n]|\band\b/i;

/** Finds what answers a question for a password, PIN, code or security answer: "sure, it's rosebud", "4567". */
export function findAnswered(text: string): Candidate[] {
  const found = findOne(text);
  if (text.split(/\s+/).length > listedWordsMost || !listAt.test(text)) return found;
  eachMatch(listed, text, ({ 0: digits, index }) => {
    found.push({ type: "KEY", start: index, end: index + digits.length, value: digits });
  });
  return found;
}

function findOne(text: string): Candidate[] {
  const start = lead.exec(text)?.[0].length ?? 0;
  const said = value.exec(text.slice(start))?.[0].replace(/(?<![.,!?])[.,!?]+$/, "");
  if (said === undefined || said.length < 3 || remark.test(said) || states.test(said)) return [];
  const rest = text.slice(start + said.length);
  const hasDigit = /\p{N}/u.test(said);
  // A longer phrase is a sentence and no password.
  if (!hasDigit && !/^["'”]?(?:\s*$|\s*[.,!?;]|\s+(?:and|but|please|thanks|thank)\b)/i.test(rest))
    return [];
  return [{ type: "KEY", start, end: start + said.length, value: said }];
}
