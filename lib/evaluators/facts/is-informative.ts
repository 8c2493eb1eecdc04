import { readValues } from "../values/read-values";

/** "My name is", "under the name of": a name follows, capitalised or not. */
const saysName = /\b(name(['’]s| is|:)?|this is|call me|under)( the name)?( of)?\W*/i;
const properNoun = /^\p{Lu}\p{Ll}[\p{L}'’.-]*( \p{Lu}[\p{L}'’.-]*){0,2}$/u;
const lead =
  /^.*?\b(to|towards|reach|into|destination|from|leaving|departing|at|in|near|with|for|is|am|by|meet|it['’]s|i['’]m)\b(ing| is|:| the| a| my)?\W*/i;
/** Words in the position of a place or person that are neither. */
const noPlace =
  /\b(visa|master ?card|amex|american express|paypal|gift|credit|debit|card|certificate|option|order|item|flight|reservation|booking|economy|business|basic)\b/i;
/** "for October", "with Monday": no person. */
const calendarWord =
  /\b(january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|christmas|easter)$/i;
const longestAnswer = 60;

/**
 * Whether quoted words contain a readable value for a slot: a name that looks like one, a place
 * that is no number, a short enough answer.
 * @param isWhole whether the quote is a whole message, taken as the answer to a question
 */
export function isInformative(slot: string, words: string, isWhole: boolean): boolean {
  if (words.includes("<")) return true;
  if (isWhole && slot !== "reason" && words.length > longestAnswer) return false;
  if (slot === "order") return /\d/.test(words);
  if (slot === "stay") return /\d|\b(night|day|week|hour)s?\b/i.test(words);
  if (slot === "person" && !isWhole && calendarWord.test(words)) return false;
  if (slot === "name" || slot === "person") return isWhole || isName(words);
  if (slot === "origin" || slot === "destination") return isWhole || isPlace(words);
  if (slot === "date") return isWhole || !/^(today|tonight)$/i.test(words);
  if (slot === "price") return isWhole || !/^expensive$/i.test(words);
  return true;
}

function isName(words: string): boolean {
  if (saysName.test(words)) return true;
  const name = words.replace(lead, "").replace(/ here$/, "");
  return properNoun.test(name) && !noPlace.test(name) && readValues(name).length === 0;
}

function isPlace(words: string): boolean {
  const place = words.replace(lead, "");
  return /\p{L}{2}/u.test(place) && !noPlace.test(place) && !/^[^\p{Ll}]*\d/u.test(place);
}
