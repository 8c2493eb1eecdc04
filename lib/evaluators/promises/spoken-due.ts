import { ownEntry } from "@/lib/domain/own-entry";
import { matchesIn } from "@/lib/learning/each-match";

/** A time as spoken, independent of clock and zone. */
export type SpokenDue = {
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly when:
    | {
        readonly kind: "span";
        readonly count: number;
        readonly unit: SpanUnit;
        readonly isBusiness: boolean;
      }
    /** Days after the day of the message. */
    | { readonly kind: "day"; readonly days: number; readonly minute: number }
    /** The next such weekday after the day of the message; 0 for Monday. `weeks` later. */
    | {
        readonly kind: "weekday";
        readonly weekday: number;
        readonly weeks: number;
        readonly minute: number;
      }
    | { readonly kind: "end-of"; readonly unit: "week" | "month"; readonly ahead: number }
    | {
        readonly kind: "date";
        readonly month: number;
        readonly day: number;
        readonly year: number | null;
        readonly minute: number;
      };
};
export type SpanUnit = "minute" | "hour" | "day" | "week" | "month";

const counts: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  the: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fourteen: 14,
  "twenty-four": 24,
  "forty-eight": 48,
  "seventy-two": 72,
  "a couple of": 2,
  "couple of": 2,
  "a few": 5,
  few: 5,
  "the coming": 1,
  several: 7,
};
const count =
  "(\\d{1,3}|an?|the coming|the|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|twenty[- ]four|forty[- ]eight|seventy[- ]two|a couple of|couple of|a few|few|several)";
const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const dayName = "(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\b";
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthName =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const partOfDay =
  "(first thing|morning|lunchtime|noon|midday|afternoon|evening|night|end of (?:the )?(?:business )?day)";
const lead =
  "(?:\\b(?:by|before|on|this|until|till|no later than|not later than|at the latest|due)\\s+)?";

const span = new RegExp(
  `(?:\\b(?:within|inside|in|over|under|no (?:later|more|longer) than|less than|at most|up to|takes?|taking|allow|give it|expect(?: it)?(?: in)?)\\s+(?:of\\s+)?)?(?:the\\s+)?(?:next\\s+)?(?:about\\s+|around\\s+|another\\s+|up to\\s+|at most\\s+|just\\s+)?\\b${count}(?:\\s*(?:to|[-\\u2010-\\u2015]|or)\\s*${count})?\\s+(?:(business|working|calendar)\\s+)?(minutes?|mins?|hours?|hrs?|days?|weeks?|months?)\\b`,
  "gi",
);
const spanLead =
  /^(within|inside|in|over|under|no |less than|at most|up to|tak|allow|give it|expect)/i;
const endOf = new RegExp(
  "(?:\\b(?:by|before|at|until)\\s+)?(?:the\\s+)?\\b(?:end of|close of|eod|cob)\\b\\s*((?:the|this|next|business|working|your)\\s+)*(day|today|tomorrow|week|month|business)?(?:\\s+(today|tomorrow))?",
  "gi",
);
const relative = new RegExp(
  `${lead}\\b(?:(noon|midday|midnight|\\d{1,2}(?::\\d{2})?\\s?(?:am|pm|a\\.m|p\\.m))\\s+)?(?:later\\s+)?(today|tonight|tomorrow|this (?:morning|afternoon|evening))(?:\\s+(?:at\\s+|by\\s+)?${partOfDay})?`,
  "gi",
);
const weekday = new RegExp(`${lead}(?:\\bnext\\s+)?\\b${dayName}(?:\\s+${partOfDay})?`, "gi");
const week = /\b(?:(?:by|before|during|some ?time)\s+)?(this|next)\s+(week|month)\b/gi;
const date = new RegExp(
  `\\b(?:by|before|on|until|no later than|is|for)\\s+(?:the\\s+)?(?:${monthName}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(20\\d{2}))?|(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${monthName}(?:\\s+(20\\d{2}))?|(20\\d{2})-(\\d{2})-(\\d{2}))\\b`,
  "gi",
);
/** Bills are monthly. */
const bill =
  /\b(?:on|with|by|in) (?:your|the) next (?:bill|statement|invoice|billing (?:cycle|statement))\b/gi;
const onBill = /bill|statement|invoice/i;
/** Words that put a following time in the past. */
const past = /\b(last|since|from|past|until now|previous|ago|every|yesterday)\s+$/i;
const dayEnd = 1440;

/** The first time named in a text, or null. */
export function findSpokenDue(text: string): SpokenDue | null {
  const readers = [readSpan, readEndOf, readRelative, readWeekday, readWeek, readBill, readDate];
  const found = readers
    .flatMap((read) => read(text))
    .filter(
      ({ start, end }) => !past.test(text.slice(0, start)) && !/^ ago\b/i.test(text.slice(end)),
    )
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  return found[0] ?? null;
}

/** True for a length of time that is no date: "two days" rather than "within two days". */
export function isBareSpan({ when, words }: SpokenDue): boolean {
  return when.kind === "span" && !spanLead.test(words) && !onBill.test(words);
}

function readSpan(text: string): readonly SpokenDue[] {
  return matchesIn(span, text).flatMap((match) => {
    const [words, low = "", high, business = "", unit = ""] = match;
    const isArticle = /^(an?|the|the coming)$/i.test(high ?? low);
    if (isArticle && !spanLead.test(words)) return [];
    const amount = countOf(high ?? low);
    if (amount === null) return [];
    const isBusiness = /business|working/i.test(business);
    const when = { kind: "span", count: amount, unit: unitOf(unit), isBusiness } as const;
    return [at(match, when)];
  });
}

function countOf(word: string): number | null {
  const plain = word.toLowerCase().replace(/\s+/g, " ");
  if (/^\d+$/.test(plain)) return Number(plain);
  const key = Object.hasOwn(counts, plain) ? plain : plain.replace(" ", "-");
  return ownEntry(counts, key) ?? null;
}

function unitOf(word: string): SpanUnit {
  const first = word.toLowerCase();
  if (first.startsWith("mi")) return "minute";
  if (first.startsWith("h")) return "hour";
  if (first.startsWith("d")) return "day";
  return first.startsWith("w") ? "week" : "month";
}

function readEndOf(text: string): readonly SpokenDue[] {
  return matchesIn(endOf, text).map((match) => {
    const [words, , unit = "day", later] = match;
    const ahead = /\bnext\b/i.test(words) ? 1 : 0;
    const plain = unit.toLowerCase();
    if (plain === "week" || plain === "month") {
      return at(match, { kind: "end-of", unit: plain, ahead });
    }
    const isTomorrow = plain === "tomorrow" || later?.toLowerCase() === "tomorrow";
    return at(match, { kind: "day", days: isTomorrow ? 1 : 0, minute: dayEnd });
  });
}

function readRelative(text: string): readonly SpokenDue[] {
  return matchesIn(relative, text).map((match) => {
    const [words, clock, day = "", part] = match;
    const plain = day.toLowerCase();
    const isTomorrow = plain === "tomorrow";
    const minute = clockMinute(clock) ?? partMinute(part ?? (isTomorrow ? undefined : plain));
    const days = isTomorrow ? 1 : 0;
    if (/\bbefore\s+tomorrow$/i.test(words))
      return at(match, { kind: "day", days: 0, minute: dayEnd });
    return at(match, { kind: "day", days, minute });
  });
}

function readWeekday(text: string): readonly SpokenDue[] {
  return matchesIn(weekday, text).flatMap((match) => {
    const [words, name = "", part] = match;
    // "sat", "sun", "wed" and "mar" are also words: short forms count only after a lead word.
    const isWhole =
      /day\b/i.test(words) || /^(by|before|on|until|till|this|next|no)\b/i.test(words);
    if (!isWhole) return [];
    const index = days.indexOf(name.toLowerCase().slice(0, 3));
    const minute = /^before\b/i.test(words) && part === undefined ? 0 : partMinute(part);
    const weeks = /\bnext\b/i.test(words) ? 1 : 0;
    return [at(match, { kind: "weekday", weekday: index, weeks, minute })];
  });
}

function readWeek(text: string): readonly SpokenDue[] {
  return matchesIn(week, text).map((match) => {
    const ahead = match[1]?.toLowerCase() === "next" ? 1 : 0;
    const unit = match[2]?.toLowerCase() === "month" ? "month" : "week";
    return at(match, { kind: "end-of", unit, ahead });
  });
}

function readBill(text: string): readonly SpokenDue[] {
  return matchesIn(bill, text).map((match) =>
    at(match, { kind: "span", count: 1, unit: "month", isBusiness: false }),
  );
}

function readDate(text: string): readonly SpokenDue[] {
  return matchesIn(date, text).map((match) => {
    const [words, month1, day1, year1, day2, month2, year2, isoYear, isoMonth, isoDay] = match;
    const month = isoMonth === undefined ? monthOf(month1 ?? month2 ?? "") : Number(isoMonth);
    const day = Number(day1 ?? day2 ?? isoDay);
    const year = year1 ?? year2 ?? isoYear;
    const minute = /^before\b/i.test(words) ? 0 : dayEnd;
    const when = {
      kind: "date",
      month,
      day,
      minute,
      year: year === undefined ? null : Number(year),
    };
    return at(match, { ...when, kind: "date" });
  });
}

function monthOf(name: string): number {
  return months.indexOf(name.toLowerCase().slice(0, 3)) + 1;
}

function clockMinute(clock: string | undefined): number | null {
  if (clock === undefined) return null;
  if (/^(noon|midday)$/i.test(clock)) return 720;
  if (/^midnight$/i.test(clock)) return dayEnd;
  const [hour = 0, minute = 0] = (/^(\d{1,2})(?::(\d{2}))?/.exec(clock) ?? [])
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  return ((hour % 12) + (/p/i.test(clock) ? 12 : 0)) * 60 + minute;
}

/** The end of a part of the day, rounded up. */
function partMinute(part: string | undefined): number {
  if (part === undefined) return dayEnd;
  if (/morning|first|noon|midday/i.test(part) && !/afternoon/i.test(part)) return 720;
  if (/lunch/i.test(part)) return 840;
  return /afternoon/i.test(part) ? 1080 : dayEnd;
}

function at(match: RegExpExecArray, when: SpokenDue["when"]): SpokenDue {
  const words = match[0].trim();
  const start = match.index + match[0].indexOf(words);
  return { words, start, end: start + words.length, when };
}
