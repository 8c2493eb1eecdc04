import { displayZone } from "@/lib/format/format";

/** Why a case has its outcome. */
export const reasons = {
  merged: (caseId: string) =>
    `It was merged into ${caseId}: its contacts and its outcome are counted there.`,
  likelyRight: (share: string) => `On public labels this verdict is right for ${share}.`,
  reopened: (instant: string) => `It reopened on ${instant}.`,
  cameBack: (instant: string) => `The customer came back about the same issue on ${instant}.`,
} as const;

/** How and when a case ended. */
export const closings = {
  notClosed: "Nobody closed it",
  event: (by: string, instant: string) => `Closed${by} on ${instant}`,
  record: (by: string, instant: string) => `Closed${by} on ${instant}, according to the CRM`,
  inferred: (instant: string) => `Fell quiet; counted as ended from ${instant}`,
} as const;

/** What a case is about. */
export const topic = {
  unknown: "of unknown type",
  inferred: (right: number) =>
    `Nobody declared the intent; about ${right} of 100 inferred like this are right.`,
} as const;

/** The card "Outcome, and why". */
export const ending = {
  title: "Outcome, and why",
  asOf: (instant: string) => `As of ${instant} ${displayZone()}`,
  evidence: (evidence: string) => `Closure evidence: ${evidence}.`,
  mergedInto: "Merged into",
  cameBackIn: "The customer came back about it in",
} as const;
