import type { DerivedCase } from "@/lib/domain/case";
import type { Outcome } from "@/lib/domain/outcome";
import { formatCounted } from "./format";
import { wordsOf } from "./wording";

type Told = Pick<DerivedCase, "caseType" | "intent" | "interactions">;

/** Tells a case in one sentence: what it was about, how it stands, how far it went. */
export function caseTitle(told: Told, outcome: Outcome): string {
  const touchpoints = told.interactions.filter((interaction) => interaction.isTouchpoint);
  const channelCount = new Set(touchpoints.map((touchpoint) => touchpoint.channel)).size;
  const about = told.caseType ?? told.intent;
  const subject = about === null ? "A case" : `A case about ${wordsOf(about)}`;
  const across = channelCount > 1 ? ` on ${formatCounted(channelCount, "channel")}` : "";
  const way = `${formatCounted(touchpoints.length, "touchpoint")}${across}`;
  return `${subject} ${endings[outcome](way)}`;
}

const endings: Readonly<Record<Outcome, (way: string) => string>> = {
  duplicate: (way) => `was merged into another after ${way}`,
  unknown: () => "ended in a way nobody recorded",
  reopened: (way) => `came back after it had been closed: ${way} so far`,
  in_progress: (way) => `is in progress after ${way}`,
  resolved_verified: (way) => `was resolved in ${way}, with proof`,
  resolved_confirmed: (way) => `was resolved in ${way}, the customer says`,
  closed_likely: (way) => `was closed after ${way} and is probably resolved`,
  closed_unproven: (way) => `was closed after ${way} without proof`,
  unresolved: (way) => `was not resolved in ${way}`,
};
