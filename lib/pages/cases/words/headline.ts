import { formatCount, formatCounted } from "@/lib/format/format";

/** The title where no case matches. */
export const noneMatch = "No cases match";

/** One of the listed cases. */
export function caseNoun(isNarrowed: boolean): string {
  return isNarrowed ? "matching case" : "case";
}

/** The number of cases listed, then what is known of them: "812 cases: 573 are old enough to judge". */
export function countedTitle(all: number, noun: string, rest: string): string {
  return `${formatCounted(all, noun)}: ${rest}`;
}

/** How few of the mature cases show how they ended. */
export function fewShowEnds(hits: number, mature: number): string {
  const some = hits === 0 ? "none" : `only ${formatCount(hits)}`;
  const show = hits > 1 ? "show how they ended" : "shows how it ended";
  return `${some} of the ${formatCount(mature)} old enough to judge ${show}`;
}

/** The cases that are not judged: "3 still open, 1 duplicate". */
export function notJudged(parts: string): string {
  return `Not judged: ${parts}`;
}

/** How many cases have the filtered outcomes. */
export function chosenTitle(found: number, all: number, noun: string, outcomes: string): string {
  return `${formatCount(found)} of ${formatCounted(all, noun)} ${outcomes}`;
}

/** How many of the mature cases were resolved. */
export function resolvedTitle(resolved: number, failed: number, noun: string): string {
  if (failed === 0) return judgedTitle(resolved, failed, noun);
  const mature = matureCases(resolved + failed, noun);
  return `${formatCount(resolved)} of ${mature} ${resolved === 1 ? "was" : "were"} resolved with evidence`;
}

/** How many of the mature cases were not resolved. */
export function judgedTitle(resolved: number, failed: number, noun: string): string {
  const mature = matureCases(resolved + failed, noun);
  if (resolved + failed === 0) return `No ${noun} is old enough to judge yet`;
  if (failed === 0 && resolved === 1) {
    return `The one ${noun} old enough to judge was resolved with evidence`;
  }
  if (failed === 0) return `All ${mature} were resolved with evidence`;
  return `${formatCount(failed)} of ${mature} ${failed === 1 ? "was" : "were"} not resolved with evidence`;
}

/** The same after the number of cases listed: "573 are old enough to judge, 208 of them not resolved with evidence". */
export function judgedOfThem(resolved: number, failed: number): string {
  const judged = resolved + failed;
  if (judged === 0) return "it is too early to judge any yet";
  const words = `${formatCount(judged)} ${judged === 1 ? "is" : "are"} old enough to judge`;
  if (judged === 1) return `${words} and ${failed === 1 ? "not " : ""}resolved with evidence`;
  if (failed === 0) return `${words}, all resolved with evidence`;
  return `${words}, ${formatCount(failed)} of them not resolved with evidence`;
}

/** Mature cases, in words that need no explanation. */
function matureCases(count: number, noun: string): string {
  return `${formatCounted(count, noun)} old enough to judge`;
}
