import { formatCount, formatCounted } from "@/lib/format/format";

/** Whose name stands beside what somebody did. */
export const people = { viewer: "you", visitor: "a visitor of the demo" } as const;

export const windowOfTwoDays = "today and yesterday";

/** A window of days. */
export function lastDays(days: number): string {
  return `the last ${String(days)} days`;
}

/** What a rule watches. @param filters "on Chat, about refund", or "" */
export function watched(name: string, filters: string): string {
  return filters === "" ? `“${name}”` : `“${name}” (${filters})`;
}

/** When a rule of findings holds. */
export const certain = "certain";

/** A bound. @param amount "30%" */
export function pastBound(side: "above" | "below", amount: string): string {
  return `${side} ${amount}`;
}

/** A comparison with the days before. @param days of the window */
export function pastBefore(side: "above" | "below", days: number): string {
  return `${side === "above" ? "higher" : "lower"} than in the ${String(days)} days before`;
}

/** @param limit "above 30%" @param difference "5 points" */
export function byAtLeast(limit: string, difference: string): string {
  return `${limit} by at least ${difference}`;
}

/** A difference of shares, in percentage points. */
export function points(count: number): string {
  return formatCounted(count, "point");
}

/** @param counted "88 contacts" @param range "31–51%" */
export function shareOf(value: string, counted: string, range: string): string {
  return `${value} of ${counted}, ${range}`;
}

/** @param counted "88 contacts" @param range "2.1 – 2.6" */
export function averageOver(value: string, counted: string, range: string): string {
  return `${value} over ${counted}, ${range}`;
}

/** Goes on after a reading. @param value of the days before */
export function valueBefore(value: string): string {
  return `, ${value} before`;
}

export const nothingBefore = "nothing before to compare with";

/** @param least "20 contacts" */
export function fewOf(of: number, least: string): string {
  return `${String(of)} of at least ${least}`;
}

/** @param few "12 of at least 20 contacts" */
export function fewAndWaiting(few: string, waiting: number): string {
  return `${few}, ${String(waiting)} more too early to count`;
}

/** A firing alert. @param bound "above 30%" @param reading "41% of 88 contacts, 31–51%" */
export function isPast(name: string, bound: string, reading: string): string {
  return `${name} is ${bound}: ${reading}`;
}

/** The same with how long it has held. @param duration "2 d" */
export function hasBeenPast(
  name: string,
  { bound, duration }: { readonly bound: string; readonly duration: string },
  reading: string,
): string {
  return `${name} has been ${bound} for ${duration}: ${reading}`;
}

/** Links to what a reading counts. */
export const showFinding = "Show it";

/** @param counted "88 contacts" */
export function allCounted(counted: string): string {
  return `All ${counted}`;
}

/** @param counted `hits` of them: "36 contacts" */
export function thatCount(counted: string, hits: number): string {
  return `The ${counted} that ${hits === 1 ? "counts" : "count"}`;
}

/** A test message. @param name "“Contained, then back” (on Chat)" */
export function testMessage(name: string): string {
  return `This is a test: ${name}.`;
}

/** The end of an alert that was changed. */
export function endedByChange(name: string): string {
  return `${name}: this alert ended because it was changed, or because its owner sees other cases now.`;
}

/** @param duration "3 h" */
export function hadBeenFor(duration: string): string {
  return `It had lasted ${duration}.`;
}

/** @param bound "above 30%" @param reading "24% of 80 contacts, 16–34%", or "" */
export function noLonger(name: string, bound: string, reading: string): string {
  return `${name} is no longer ${bound}${reading === "" ? "" : `: ${reading}`}.`;
}

/** @param bound "above 30%" @param reading "12 of at least 20 contacts", or "" */
export function notToldAnyMore(name: string, bound: string, reading: string): string {
  return `${name}: there is no longer enough data to tell whether it is ${bound}${reading === "" ? "" : ` (${reading})`}.`;
}

export const asSoonAsSeen = "as soon as that is seen";

/** @param hours "24 hours" */
export function withoutBreak(hours: string): string {
  return `for ${hours} without a break`;
}

/** A rule in a sentence. */
export function ruleSentence(
  name: string,
  {
    window,
    terms,
    lasting,
  }: { readonly window: string; readonly terms: string; readonly lasting: string },
): string {
  return `${name}, in cases opened in ${window}: fires when it is ${terms}, ${lasting}.`;
}

/** @param cases a month that it costs at least; 0: any */
export function certainFinding(cases: number, counted: string): string {
  const size = cases === 0 ? "" : ` and costs at least ${formatCounted(cases, "case")} a month`;
  return `${certain}${size}, ${counted}`;
}

/** @param least "20 contacts" */
export function withCounted(least: string): string {
  return `with at least ${least} counted`;
}

/** @param bound "higher than in the 7 days before" @param counted "with at least 20 contacts counted" */
export function beyondChance(bound: string, counted: string): string {
  return `${bound}, clearly different, ${counted} in each`;
}

/** @param bound "above 30% by at least 5 points" @param limit "above 30%" */
export function wholeRange(bound: string, limit: string, counted: string): string {
  return `${bound}, its whole range ${limit}, ${counted}`;
}

/** @param hours "24 hours" */
export function sentAgain(hours: string): string {
  return `Sent again after ${hours} while it lasts and nobody has acknowledged it, and once more when it ends.`;
}

/** "2 hours", "3 days". */
export function hoursWords(hours: number): string {
  const isWholeDays = hours > 24 && hours % 24 === 0;
  return isWholeDays ? formatCounted(hours / 24, "day") : formatCounted(hours, "hour");
}

/** What a rule would have said. */
export const preview = {
  nothing: "There is nothing to look at.",
  verdicts: {
    holds: "Now it would hold",
    clear: "Now it is within bounds",
    unclear: "Now it can’t tell",
    few: "Now there are too few to tell",
  },
  longer: "A longer span has more that are old enough.",
  notFired: "In the last 90 days it would not have fired.",
} as const;

export function tooFewAt(few: number, looks: number): string {
  return `At ${formatCount(few)} of ${formatCounted(looks, "look")} there were too few.`;
}

/** @param from "3 Oct" */
export function untilNow(from: string): string {
  return `${from} until now`;
}

export function moreTimes(count: number): string {
  return `${formatCount(count)} more`;
}

/** @param days "3 Oct – 5 Oct and 9 Oct until now" */
export function wouldHaveFired(times: number, days: string): string {
  return `In the last 90 days it would have fired ${times === 1 ? "once" : formatCounted(times, "time")}: ${days}.`;
}

/** Why a rule cannot be. */
export const ruleProblems = {
  finding: "There is no such finding; choose another.",
  metric: "There is no such metric; choose another.",
  adjusted: "Adjusted figures of two spans can’t be compared; write a bound.",
  share: "A share is between 0% and 100%.",
} as const;
