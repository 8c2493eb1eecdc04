import type { ArmKind } from "@/lib/analytics/compare/arm-options";
import { formatCount, formatCounted } from "@/lib/format/format";

export const page = {
  title: "Compare",
  willList:
    "This page will compare two versions of a prompt, or two releases, on the same kinds of case, with how sure the difference is.",
  foot: "A case counts for the prompt version or the release that it met first. Kinds of case: type and first channel, and region where there are enough cases.",
} as const;

export const armWords: Readonly<Record<ArmKind, string>> = {
  prompt: "prompts",
  release: "releases",
};
export const pairWords: Readonly<Record<ArmKind, string>> = {
  prompt: "versions of one prompt",
  release: "releases",
};

/** The menus that choose what is compared. */
export const choices = {
  kind: { lead: "Compare", name: "What" },
  first: { lead: "", name: "First" },
  second: { lead: "with", name: "Second" },
} as const;

export const lede = {
  widen: "Few cases match: widen the filters.",
  send: "Exporters send prompts as gen_ai.prompt.name and version, releases as service.version.",
} as const;

/** @param name "support-core@v8" */
export function chosenTwice(name: string): string {
  return `${name} is chosen on both sides, so there is nothing to compare.`;
}

/** @param arms "prompts" */
export function chooseDifferent(arms: string): string {
  return `Choose different ${arms}.`;
}

/** @param arms "prompts" */
export function noTwo(arms: string): string {
  return `There are no two ${arms} to compare.`;
}

/** @param pairs "versions of one prompt" */
export function noTwoYet(pairs: string): string {
  return `No two ${pairs} can be compared yet.`;
}

/** @param few the least cases of each @param better how many would be better */
export function tooFewOfEach(
  { few, better }: { readonly few: number; readonly better: number },
  one: string,
  other: string,
): string {
  return `No kind of case has ${String(few)} cases of each that are old enough to judge; ${String(better)} would be better. Below is how ${one} and ${other} look at first sight.`;
}

/** @param ends how few cases show how they ended @param send what to send so that they do */
export function noResolution(ends: string, send: string): string {
  return `${ends}, so resolution is not compared. ${send}`;
}

/** @param metrics that it is true of, a list; "": all @param least cases of each @param few that are compared */
export function fewCasesOf(metrics: string, least: number, few: number): string {
  const ofSome = metrics === "" ? "" : ` for ${metrics}`;
  return `Few cases${ofSome}: no kind of case has ${String(least)} of each, so kinds with at least ${String(few)} of each are compared.`;
}

export const matchedByType =
  "Not an experiment: the two did not get the same traffic, and only case type and first channel are matched.";

/** @param least cases of each arm in a region */
export function matchedByRegion(least: number): string {
  return `Not an experiment: the two did not get the same traffic, and only case type, first channel and, where a region has ${String(least)} cases of each, region are matched.`;
}

/** @param isOne whether they count for one of the two only */
export function metBoth(count: number, isOne: boolean): string {
  const where = isOne ? "for the one met first" : "for each that was the first of its template";
  return `${formatCounted(count, "case")} met both, and ${count === 1 ? "counts" : "count"} ${where}.`;
}

/** A metric of both arms. */
export const compared = {
  adjusted: "Same kinds of case",
  crude: "At first sight",
  noDifference: "no difference",
  points: "points",
  contacts: "contacts per case",
  few: "too few",
  noCases: "no cases",
  columns: { kind: "Kind of case", cases: "Cases", difference: "Difference" },
} as const;

/** @param unit "points" @param a its level: "1.76 (72 cases)" */
export function comparedSubtitle(
  unit: string,
  a: { readonly name: string; readonly level: string },
  b: { readonly name: string; readonly level: string },
): string {
  return `${b.name} minus ${a.name}, in ${unit}. At first sight: ${a.name} ${a.level}, ${b.name} ${b.level}`;
}

/** Tables of figures of both versions. */
export const tables = {
  figure: "Figure",
  same: "Same kinds of case",
  crude: "At first sight",
  few: "too few similar cases",
  noInterval: "too few to say how sure",
  unclear: "no clear difference",
  nothing: "–",
  noneCounted: "none to count",
  scores: {
    lead: "Evaluators’ scores",
    none: (a: string, b: string) => `No evaluator has scored what was said with ${a} or ${b}.`,
    missing: (names: string) => `Not scored with either: ${names}.`,
  },
  usage: {
    lead: "Times, tokens and cost",
    none: (a: string, b: string) =>
      `The traces of ${a} and ${b} state no times, no tokens and no cost.`,
    missing: (names: string) => `Not stated in the traces of either: ${names}.`,
  },
  typical: "Times are medians.",
} as const;

/**
 * @param lead "Evaluators’ scores"
 * @param clear how many of them clearly differ
 * @param doubt ", not certain yet" or ""
 */
export function tableTitle(
  lead: string,
  { clear, of, doubt }: { readonly clear: number; readonly of: number; readonly doubt: string },
): string {
  if (clear === 0) return `${lead}: no clear difference`;
  return `${lead}: ${String(clear)} of ${String(of)} ${clear === 1 ? "differs" : "differ"} on the same kinds of case${doubt}`;
}

/** @param lead "Evaluators’ scores" */
export function tableOfFew(lead: string): string {
  return `${lead}: too few similar cases to compare`;
}

/** @param way with which version it is higher @param doubt ", not certain yet" or "" */
export function clearly(way: "up" | "down", name: string, doubt: string): string {
  return `${way === "up" ? "higher" : "lower"} with ${name}${doubt}`;
}

/** The texts of both versions' system prompts. */
export const texts = {
  differ: "The system prompts differ",
  same: "The system prompts are the same",
  region: "Difference of the system prompts",
  unnamed: "System prompt",
  none: (a: string, b: string) =>
    `The spans of ${a} and ${b} carry no system prompt, so their texts cannot be compared.`,
  notMet: (name: string) => `No case here met ${name}, so there is no text to compare.`,
  onlyOne: (without: string, other: string) =>
    `Only the spans of ${other} carry a system prompt, those of ${without} none, so their texts cannot be compared.`,
  carried: (name: string, cases: number, of: number, spans: number) =>
    `${name}: in ${formatCount(cases)} of ${formatCounted(of, "case")}, ${formatCounted(spans, "span")}`,
  only: (name: string) => `only ${name} has it`,
  others: (name: string, count: number) =>
    `${formatCounted(count, "other text")} of ${name} ${count === 1 ? "is" : "are"} not shown.`,
  latest: (most: number) => `Read in the latest ${formatCount(most)} cases of each.`,
} as const;

/** The cases of an arm. */
export function casesOf(name: string, count: number): string {
  return `${name}: ${formatCounted(count, "case")}`;
}

/** A range of formatted values. */
export function range(low: string, high: string): string {
  return `${low} to ${high}`;
}

/** @param a its mean, formatted */
export function onSameKinds(
  a: { readonly name: string; readonly mean: string },
  b: { readonly name: string; readonly mean: string },
): string {
  return `On the same kinds of case ${a.name} has ${a.mean}, ${b.name} ${b.mean}.`;
}

/** @param least cases of each @param cases of the kinds that are left out */
export function kindsLeftOut(kinds: number, least: number, cases: number): string {
  return `Left out: ${formatCounted(kinds, "kind")} of case with fewer than ${String(least)} of each (${formatCounted(cases, "case")}).`;
}

/** @param level "3 of 7" */
export function ofCases(level: string): string {
  return `${level} cases`;
}

/** @param level "1.76" */
export function overCases(level: string, count: number): string {
  return `${level} (${formatCounted(count, "case")})`;
}

/** @param kind of case */
export function kindLeftOut(kind: string): string {
  return `${kind} (left out)`;
}

export const releases = {
  columns: { group: "Release", hits: "Resolved" },
  subtitle: "Case resolution by release. A case of two releases counts for both",
  noun: "release",
} as const;

/** A release within a sentence. */
export function onRelease(name: string): string {
  return `on ${name}`;
}

export function earlierReleases(count: number): string {
  return `${formatCounted(count, "earlier release is", "earlier releases are")} not shown.`;
}
