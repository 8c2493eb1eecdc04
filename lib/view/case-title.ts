import type { DerivedCase } from "@/lib/domain/case";
import { evaluatorEntry, readScore } from "@/lib/domain/evaluator-catalogue";
import { isResolved, type Outcome } from "@/lib/domain/outcome";
import { formatCount, formatCounted } from "./format";
import { channelWords, wordsOf } from "./wording";

type Told = Pick<
  DerivedCase,
  "caseType" | "intent" | "interactions" | "handoffs" | "scores" | "csat"
>;

/** From this rating on a customer counts as happy, of 5. */
const happyRating = 4;

/**
 * Tells a case as its heading: what went wrong at a handoff or behind a good rating, if anything did,
 * then what it was about, how it stands, how far it went.
 */
export function caseTitle(told: Told, outcome: Outcome): string {
  const story = handoffStory(told) ?? ratingStory(told, outcome);
  return story === null ? ending(told, outcome) : `${story} ${ending(told, outcome)}`;
}

/** The reason of the handoff that kept least of what was known, the first of equals. */
function handoffStory({ scores, handoffs, interactions }: Told): string | null {
  const lost = scores.flatMap(({ evaluator, target, verdict }) =>
    evaluator === "context_retention" &&
    target.kind === "handoff" &&
    verdict.status === "scored" &&
    isMostlyLost(verdict.value)
      ? [{ ordinal: target.ordinal, value: verdict.value, because: verdict.because }]
      : [],
  );
  const worst = [...lost].sort((a, b) => a.value - b.value || a.ordinal - b.ordinal)[0];
  const handoff = worst === undefined ? undefined : handoffs[worst.ordinal];
  if (worst === undefined || handoff === undefined) return null;
  const [from, to] = [handoff.fromInteraction, handoff.toInteraction].map(
    (ordinal) => channelWords[interactions[ordinal]?.channel ?? "unknown"],
  );
  const more = lost.length === 1 ? "" : `, one of ${formatCounted(lost.length, "such handoff")}`;
  return `${worst.because.replace(/\.$/, "")} (${from} → ${to}${more}).`;
}

function isMostlyLost(value: number): boolean {
  const entry = evaluatorEntry("context_retention");
  return entry !== null && readScore(entry, value).band === "bad";
}

function ratingStory({ csat }: Told, outcome: Outcome): string | null {
  return csat !== null && csat >= happyRating && isResolved(outcome) === false
    ? `The customer rated a contact ${formatCount(csat)} of 5.`
    : null;
}

function ending(told: Told, outcome: Outcome): string {
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
