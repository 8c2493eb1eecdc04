import { channels } from "@/lib/domain/trace/channel";
import type { Finding } from "@/lib/analytics/findings/finding";
import { overviewHref, type OverviewQuery } from "@/lib/analytics/filter/overview-query";
import { defaultHandoffsQuery, handoffsHref } from "@/lib/pages/handoffs/url";
import { defaultJourneysQuery, journeysHref } from "@/lib/pages/journeys/url";
import { personaHref } from "@/lib/pages/persona/url";
import { slaHref } from "@/lib/pages/sla/url";
import { listHref } from "@/lib/analytics/words/overview-links";

/** The place that shows a finding: its page or a panel of it, with the filters that it was found under. */
export function findingHref(
  { topic, value, figure }: Pick<Finding, "topic" | "value" | "figure">,
  { cases, compare }: OverviewQuery,
): string {
  switch (topic) {
    case "sla-past":
      return slaHref(cases);
    case "sla-by-type":
    case "sla-by-first":
      return `${slaHref(cases)}#${topic}`;
    case "context-past":
      return handoffsHref({ ...defaultHandoffsQuery, cases, compare });
    case "context-by-team":
    case "context-by-direction":
    case "context-by-kind":
    case "context-by-release":
    case "promises-past":
      return `${handoffsHref({ ...defaultHandoffsQuery, cases, compare })}#${topic}`;
    case "context-by-pair": {
      const [from, to] = value.split(">").map((name) => channels.find((each) => each === name));
      const pair = from === undefined || to === undefined ? null : { from, to };
      return `${handoffsHref({ ...defaultHandoffsQuery, cases, compare, pair })}#${topic}`;
    }
    case "persona": {
      const attribute = figure.kind === "persona" ? figure.attribute : null;
      return personaHref({ cases, compare, attribute });
    }
    case "resolution-by-path":
    case "resolution-by-move":
      return `${journeysHref({ ...defaultJourneysQuery, cases, compare })}#${topic}`;
    case "resolution-by-type":
      return unresolved(cases, { type: [value] });
    case "resolution-by-first":
      return unresolved(cases, { first: [value] });
    case "returns-by-first": {
      const metric = { id: "repeat_contact_rate", subset: "denominator" } as const;
      return listHref(cases, { facets: { first: [value] }, metric });
    }
    case "resolution-by-release":
      return unresolved(cases, { release: [value] });
    case "resolution-by-kind": {
      const [type = "", first = ""] = value.split("\n");
      return unresolved(cases, { type: [type], first: [first] });
    }
    case "contacts-by-first":
      return `${journeysHref({ ...defaultJourneysQuery, cases, compare })}#${topic}`;
    case "contacts-past":
    case "resolution-past":
    case "one-contact-past":
    case "repeats-past":
    case "containment-past":
      return overviewHref({ cases, compare });
  }
}

/** The cases of a group that are old enough to judge. */
function unresolved(
  cases: OverviewQuery["cases"],
  facets: Partial<Readonly<Record<"type" | "first" | "release", readonly string[]>>>,
): string {
  return listHref(cases, { facets, metric: { id: "case_resolution_rate", subset: "denominator" } });
}
