/** A bracket at the start, and what it holds. */
const bracketed = /^\s*[[(]([^\])\n]{4,48})[\])]\s*:?\s*(?=\S)/;
/** A tag or a label with a time, as prompts put it before the customer's words. */
const tagged =
  /^\s*<(?:timestamp|current_?(?:date)?_?time|date_?time|sent_at)>[^<]{4,60}<\/[\w]+>\s*(?=\S)/i;
const labelled =
  /^\s*(?:current (?:date and time|date\/time|datetime|time|date)|timestamp|message time)\s*[:=]\s*([^\n]{4,60})\n\s*(?=\S)/i;
const bare =
  /^\s*\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z| ?UTC| ?[+-]\d{2}:?\d{2})?\s*[:|>–—-]\s+(?=\S)/;

const clock = /\d{1,2}:\d{2}/;
const date = /\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}/;
/** What a time consists of beside digits: names of days and months, zones, signs. */
const timeWords =
  /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\b|\b(?:am|pm|utc|gmt|[a-z]{1,2}e?s?t|z|t|at|on|sent|time|timestamp)\b/gi;

/** A customer's words without the time that a prompt puts before them. */
export function withoutStamp(text: string): string {
  if (!/\d/.test(text.slice(0, 80))) return text;
  const found = bracketed.exec(text) ?? labelled.exec(text);
  if (found !== null && isTime(found[1] ?? "")) return text.slice(found[0].length);
  const other = tagged.exec(text) ?? bare.exec(text);
  return other === null ? text : text.slice(other[0].length);
}

function isTime(text: string): boolean {
  if (!clock.test(text) && !date.test(text)) return false;
  return !/[^\d\s:.,/+T-]/.test(text.replace(timeWords, "").replace(/(?<=\d)[TZ](?=\d|$)/g, ""));
}
