/** Which of the two small numbers of a written date is the day. */
export type DayOrder = "day-first" | "month-first";

const time = String.raw`(?:,?\s+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])?\.?(?:m\.?)?\s*(?:UTC|GMT|Z|([+-]\d{2}):?(\d{2}))?)?$`;
const weekday = String.raw`^(?:[a-z]{2,9}\.?,\s+)?`;
const numeric = new RegExp(`^(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4}|\\d{2})${time}`, "iu");
const yearFirst = new RegExp(`^(\\d{4})[./](\\d{1,2})[./](\\d{1,2})${time}`, "iu");
const dayNamed = new RegExp(
  `${weekday}(\\d{1,2})[\\s./-]+([a-z]{3,9})\\.?,?[\\s./-]+(\\d{4}|\\d{2})${time}`,
  "iu",
);
const monthNamed = new RegExp(
  `${weekday}([a-z]{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${time}`,
  "iu",
);
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * The order that the dates of a table show: a number above 12 is a day.
 * @returns null where none has one, or they contradict each other
 */
export function findDayOrder(texts: readonly string[]): DayOrder | null {
  const found = new Set(
    texts.flatMap((text) => {
      const [, first = 0, , second = 0] = (numeric.exec(text.trim()) ?? []).map(Number);
      if (first > 12 && first <= 31 && second <= 12) return ["day-first" as const];
      return second > 12 && second <= 31 && first <= 12 ? ["month-first" as const] : [];
    }),
  );
  const [order = null] = found;
  return found.size === 1 ? order : null;
}

/**
 * Parses an instant as a report in somebody's language settings writes it, UTC without an offset: "3/14/2026, 9:26 AM",
 * "14.03.2026 09:26", "14 Mar 2026 09:26", "March 14, 2026", "14/Mar/26 9:26 AM", "2026/03/14".
 * @param order of the table's dates; dots put the day first, and a number above 12 is a day whatever it says
 * @returns microseconds since 1970; `ambiguous` where the day could be the month; null for no time
 */
export function parseLocalInstant(
  text: string,
  order: DayOrder | null,
): number | "ambiguous" | null {
  const plain = numeric.exec(text);
  if (plain !== null) return fromNumbers(plain, order);
  const bigFirst = yearFirst.exec(text);
  if (bigFirst !== null) {
    const [, year, month, day, ...clock] = bigFirst;
    return instantOf([year, month, day], clock);
  }
  const named = dayNamed.exec(text);
  if (named !== null) {
    const [, day, month, year, ...clock] = named;
    return instantOf([year, monthOf(month), day], clock);
  }
  const american = monthNamed.exec(text);
  if (american === null) return null;
  const [, month, day, year, ...clock] = american;
  return instantOf([year, monthOf(month), day], clock);
}

type Part = string | undefined;

function fromNumbers(
  [, first = "", separator, second = "", year, ...clock]: readonly Part[],
  order: DayOrder | null,
): number | "ambiguous" | null {
  const known = separator === "." ? "day-first" : order;
  const own = Number(first) > 12 ? "day-first" : Number(second) > 12 ? "month-first" : known;
  if (own === null && Number(first) !== Number(second)) return "ambiguous";
  const [day, month] = own === "month-first" ? [second, first] : [first, second];
  return instantOf([year, month, day], clock);
}

/** The number of a month by the first three letters of its English name; "" for others. */
function monthOf(name: Part): string {
  const at = months.indexOf((name ?? "").slice(0, 3).toLowerCase());
  return at === -1 ? "" : String(at + 1);
}

function instantOf(date: readonly Part[], clock: readonly Part[]): number | null {
  const [written = 0, month = 0, day = 0] = date.map(Number);
  const year = written < 100 ? 2000 + written : written;
  const [hour = 0, minute = 0, second = 0] = clock.slice(0, 3).map((part) => Number(part ?? 0));
  const [half, hours, minutes] = [clock[3]?.toLowerCase(), clock[4], clock[5]];
  const isDate = month >= 1 && new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  const isTime = minute < 60 && second < 60 && (half === undefined ? hour < 24 : hour <= 12);
  if (!isDate || month > 12 || day < 1 || !isTime) return null;
  const ofDay = half === undefined ? hour : (hour % 12) + (half === "p" ? 12 : 0);
  const offset =
    Number(hours ?? 0) * 60 + Number(`${hours?.startsWith("-") ? "-" : ""}${minutes ?? 0}`);
  return (Date.UTC(year, month - 1, day, ofDay, minute, second) - offset * 60_000) * 1000;
}
