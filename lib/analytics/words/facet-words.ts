import { countingZone, formatInstant } from "@/lib/format/format";
import { facetEntry, type FacetName } from "../facets/registry";
import { isCalendarPeriod, type NamedPeriod, type Period } from "../filter/period";

/** A facet's value in words; free text is shown as it came. */
export function facetValueWords(name: FacetName, value: string): string {
  return facetEntry(name).words(value);
}

const periodNames: Readonly<Record<NamedPeriod, string>> = {
  all: "Any time",
  "this-month": "This month",
  "last-month": "Last month",
  "this-quarter": "This quarter",
  "last-quarter": "Last quarter",
  "this-year": "Year to date",
  "last-week": "Last week",
  "7d": "Last 7 days of data",
  "30d": "Last 30 days of data",
  "90d": "Last 90 days of data",
};

/** A period in words: "Last 30 days of data", "5 Oct 2026 – 15 Nov 2026", "From 5 Oct 2026". */
export function periodWords(period: Period): string {
  if (typeof period === "string") return periodNames[period];
  if (period.from === null) return `Until ${dayWords(period.to)}`;
  const from = dayWords(period.from);
  if (period.to === null) return `From ${from}`;
  const to = dayWords(period.to);
  return from === to ? from : `${from} – ${to}`;
}

/** The same within a sentence: "last 30 days of data", "from 5 Oct 2026". */
export function periodWordsWithin(period: Period): string {
  return periodWords(period).replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
}

/** The same after "opened": "in the last 30 days of data", "last month", "from 5 Oct 2026", "any time". */
export function periodWordsAfter(period: Period): string {
  const words = periodWordsWithin(period);
  const isBare = isCalendarPeriod(period) && period !== "this-year";
  return typeof period !== "string" || period === "all" || isBare ? words : `in the ${words}`;
}

function dayWords(day: string): string {
  return formatInstant(Date.parse(day) * 1000, "day", countingZone);
}
