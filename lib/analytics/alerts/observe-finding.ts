import type { AlertRule } from "@/lib/domain/alerts/alert-rule";
import { findingTopics, type Finding, type Findings } from "../findings/finding";
import type { AlertObservation } from "./alert-observation";
import type { AlertDays, FindingReading } from "./alert-reading";

/** A finding's sentence and its page. */
export type FindingShown = (finding: Finding) => { readonly words: string; readonly href: string };

/**
 * What a rule on findings says of the ranked list: it holds where one that is meant is certain among everything
 * compared, and large enough. A likely one is unclear.
 * @param watched a finding, a topic, a measure, or "any"
 */
export function observeFinding(
  watched: string,
  { least, effect }: Pick<AlertRule, "least" | "effect">,
  { ranked, compared }: Findings,
  days: AlertDays,
  shownOf: FindingShown,
): AlertObservation {
  const meant = ranked.filter((each) => isMeant(watched, each));
  const enough = meant.filter((each) => countOf(each) >= least);
  const large = enough.filter(({ perMonth }) => perMonth >= effect);
  const first = large[0] ?? enough[0] ?? meant[0] ?? null;
  const reading: FindingReading = {
    ...{ kind: "finding", days },
    of: first === null ? 0 : countOf(first),
    found: first === null ? null : { id: first.id, perMonth: first.perMonth, ...shownOf(first) },
  };
  const certain = large.some(({ certainty }) => certainty === "certain");
  if (certain) return { verdict: "holds", reading };
  if (compared === 0 || (meant.length > 0 && enough.length === 0)) {
    return { verdict: "few", reading };
  }
  const isDoubtful = large.some(({ certainty }) => certainty === "likely");
  return { verdict: isDoubtful ? "unclear" : "clear", reading };
}

/** Whether a finding is one that is watched. */
function isMeant(watched: string, { id, topic }: Pick<Finding, "id" | "topic">): boolean {
  return (
    watched === "any" || watched === id || watched === topic || watched === findingTopics[topic]
  );
}

/** How many are counted in a finding's group. */
function countOf({ figure, cases }: Finding): number {
  return figure.kind === "share" ? figure.own.of : Math.round(cases);
}
