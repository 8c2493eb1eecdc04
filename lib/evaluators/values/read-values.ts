import { matchesIn } from "@/lib/learning/each-match";

/** Kinds of values that can be compared exactly, independent of notation. */
export type ValueKind = "day" | "time" | "date" | "code" | "number" | "place" | "level";

/** A value in a text, comparable by `value` within its kind; UTF-16 offsets, `end` exclusive. */
export type Value = {
  readonly kind: ValueKind;
  readonly value: string;
  readonly start: number;
  readonly end: number;
};

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const monthName =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const small =
  "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
const numbers: ReadonlyMap<string, number> = new Map([
  ...small
    .split("|")
    .map((word, index): [string, number] => [word, index < 20 ? index + 1 : (index - 17) * 10]),
  ["noon", 12],
  ["midday", 12],
  ["midnight", 0],
]);

type Reader = {
  readonly kind: ValueKind;
  readonly pattern: RegExp;
  /** The comparable form, or null if the match is no such value. */
  readonly read: (match: RegExpExecArray) => string | null;
};

/** Earlier readers consume words before later ones: "7 pm" is a time and not a number. */
const readers: readonly Reader[] = [
  { kind: "code", pattern: /<[A-Z_]+:[0-9a-f]{16}>/g, read: ([all]) => all.toLowerCase() },
  {
    kind: "code",
    pattern: /\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]+\w/g,
    read: ([all]) => all.toLowerCase(),
  },
  {
    kind: "date",
    pattern: new RegExp(
      `\\b(?:${monthName}\\.? (\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${monthName})\\b`,
      "gi",
    ),
    read: ([, first, day, otherDay, second]) => monthDay(first ?? second, day ?? otherDay),
  },
  { kind: "date", pattern: /\b\d{4}-(\d\d)-(\d\d)\b/g, read: ([, m, d]) => numericDate(m, d) },
  {
    kind: "time",
    pattern: /\b(\d{1,2})(?:[:.](\d\d))? ?(?:a\.?m\b|p\.?m\b|o['’]?clock)|\b(\d{1,2}):(\d\d)\b/gi,
    read: ([, hour, minute, hour24, minute24]) =>
      clock(Number(hour ?? hour24), Number(minute ?? minute24 ?? 0)),
  },
  {
    kind: "time",
    pattern: new RegExp(
      `\\b(${small}) ?(?:a\\.?m\\b|p\\.?m\\b|o['’]?clock|in the (?:morning|afternoon|evening)|at night)|\\b(noon|midday|midnight)\\b`,
      "gi",
    ),
    read: ([, hour, word]) => clock(numbers.get((hour ?? word ?? "").toLowerCase()) ?? 99, 0),
  },
  {
    kind: "day",
    pattern:
      /\b(mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(today|tomorrow|tonight)\b/gi,
    read: ([all, day, relative]) => dayOf(all, day, relative),
  },
  {
    kind: "code",
    pattern:
      /\b(?=[\w#-]{0,80}\d)(?=[\w#-]{0,80}[a-z_])[a-z][\w-]{0,80}\w{2}\b|\b(?=\d{1,80}[A-Z])[\dA-Z]{5,}\b/gi,
    read: ([all]) => (/^\d+(st|nd|rd|th|am|pm|k|gb|mb|x)$/i.test(all) ? null : plainCode(all)),
  },
  {
    kind: "number",
    pattern: /\b\d(?:[ -]\d){2,}\b|\b\d+(?:[.,]\d+)*\b/g,
    read: ([all]) => (/^\d([ -]\d)+$/.test(all) ? all.replace(/\D/g, "") : plainNumber(all)),
  },
  {
    kind: "number",
    pattern: new RegExp(`\\b(?:${small})\\b(?! of\\b| moment| sec| minute| day| way| thing)`, "gi"),
    read: ([all]) => {
      const value = numbers.get(all.toLowerCase());
      return value === undefined || value === 1 ? null : String(value);
    },
  },
  {
    kind: "place",
    pattern: /\b(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[Cc]ent(?:re|er)|[Dd]owntown)\b(?! [A-Z])/g,
    read: ([all]) => all.toLowerCase().replace("center", "centre"),
  },
  {
    kind: "level",
    pattern:
      /\b(cheap|inexpensive|moderate|expensive|economy|business|first class|standard|premium)\b/gi,
    read: ([all]) => all.toLowerCase(),
  },
];

/** Reads the exactly comparable values of a text: days, times, dates, codes, numbers, directions, levels. */
export function readValues(text: string): readonly Value[] {
  const found: Value[] = [];
  const taken = new Uint8Array(text.length);
  for (const { kind, pattern, read } of readers) {
    for (const match of matchesIn(pattern, text)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (taken.subarray(start, end).includes(1)) continue;
      const value = read(match);
      if (value === null) continue;
      found.push({ kind, value, start, end });
      taken.fill(1, start, end);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function monthDay(month: string | undefined, day: string | undefined): string | null {
  const index = months.indexOf((month ?? "").toLowerCase().slice(0, 3));
  return index === -1 ? null : `${String(index + 1)}-${String(Number(day))}`;
}

function numericDate(month: string | undefined, day: string | undefined): string {
  return `${String(Number(month))}-${String(Number(day))}`;
}

/** Modulo 12 hours: "8" in the evening is written 8, 20:00 or 8 pm. */
function clock(hour: number, minute: number): string | null {
  return hour > 24 || minute > 59 ? null : String((hour % 12) * 60 + minute);
}

function dayOf(
  words: string,
  day: string | undefined,
  relative: string | undefined,
): string | null {
  if (relative !== undefined) return relative.toLowerCase();
  // "sat", "sun", "mon" count as short forms only if capitalised.
  const isShort = !/day$/i.test(words) && /^(sat|sun|mon|wed)$/.test(words);
  return isShort && words !== words.toLowerCase() ? null : (day ?? "").toLowerCase().slice(0, 3);
}

function plainCode(words: string): string {
  return words.toLowerCase().replace(/[^a-z0-9]/g, "");
}

function plainNumber(words: string): string {
  return String(Number(words.replace(/,(?=\d{3})/g, "")));
}
