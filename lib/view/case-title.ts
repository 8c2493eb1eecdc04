import type { DerivedCase } from "@/lib/domain/case";
import type { Outcome } from "@/lib/domain/outcome";
import { formatCounted } from "./format";
import { wordsOf } from "./wording";

type Told = Pick<DerivedCase, "caseType" | "intent" | "interactions">;

/** Tells a case in one sentence: what it was about, how far it went, how it stands. */
export function caseTitle(told: Told, outcome: Outcome): string {
  const touchpoints = told.interactions.filter((interaction) => interaction.isTouchpoint);
  const channelCount = new Set(touchpoints.map((touchpoint) => touchpoint.channel)).size;
  const about = told.caseType ?? told.intent;
  const subject = about === null ? "A case" : `A case about ${wordsOf(about)}`;
  if (touchpoints.length === 0) return `${subject} without a contact ${endings[outcome]}`;
  const across = channelCount > 1 ? ` on ${formatCounted(channelCount, "channel")}` : "";
  return `${subject} ${endings[outcome]} ${prepositions[outcome]} ${formatCounted(touchpoints.length, "touchpoint")}${across}`;
}

const endings: Readonly<Record<Outcome, string>> = {
  duplicate: "was merged into another",
  unknown: "ended in a way nobody recorded",
  reopened: "came back after it had been closed",
  in_progress: "is still in progress",
  resolved_verified: "was resolved, with proof",
  resolved_confirmed: "was resolved, the customer says",
  closed_likely: "was closed and is probably resolved",
  closed_unproven: "was closed without proof",
  unresolved: "was not resolved",
};

const prepositions: Readonly<Record<Outcome, string>> = {
  duplicate: "after",
  unknown: "after",
  reopened: "and has taken",
  in_progress: "after",
  resolved_verified: "in",
  resolved_confirmed: "in",
  closed_likely: "in",
  closed_unproven: "after",
  unresolved: "in",
};
