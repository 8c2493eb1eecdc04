import type { Chance } from "../chance";

const fillers = ["um,", "uh,", "er,", "you know,", "I mean,", "like,", "sort of,"];
const starters = ["Um,", "Uh,", "So,", "Yeah,", "Well,", "Okay so,"];

/** Words that a pause may not follow. */
const tight =
  /^(a|an|the|my|your|our|this|that|of|to|for|in|on|at|got|thank|can|could|be|i'm|it's)$/;

/** Makes text sound spoken by a customer: fillers, false starts, no exclamation marks. */
export function speakLike(text: string, chance: Chance): string {
  const calm = text.replaceAll("!", ".");
  const begun = chance.happens(0.3) ? `${chance.pick(starters)} ${lowerFirst(calm)}` : calm;
  const words = begun.split(" ");
  if (words.length < 6) return begun;
  const at = chance.between(2, words.length - 2);
  const word = words[at] ?? "";
  // No filler inside a name, or between a number and the word before it.
  const before = words[at - 1] ?? "";
  if (!/^[a-z']+$/.test(word) || !/^(I|[a-z',]+)$/.test(before) || tight.test(before)) return begun;
  if (/\d{6}|account|phone|number|card|e-mail/i.test(begun)) return begun;
  const inserted = chance.happens(0.55)
    ? [chance.pick(fillers)]
    : chance.happens(0.5)
      ? [`${word},`]
      : [];
  return [...words.slice(0, at), ...inserted, ...words.slice(at)].join(" ");
}

/** Makes a post informal: mostly lower case, no final full stop. */
export function postLike(text: string, chance: Chance): string {
  const plain = chance.happens(0.75) ? lowerFirst(text) : text;
  return plain.replace(/\.$/, "");
}

function lowerFirst(text: string): string {
  return /^(I\b|I'|@|[A-Z]{2})/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
