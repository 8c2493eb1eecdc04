import { isResolved, outcomes } from "@/lib/domain/case/outcome";
import { sentenceCase } from "@/lib/domain/sentence-case";
import type { CaseListItem } from "@/lib/analytics/words/case-list-item";
import { caseHref } from "@/lib/pages/case/href";
import { facetValueWords } from "@/lib/analytics/words/facet-words";
import { formatCount, formatCounted } from "@/lib/format/format";
import { metricsHref } from "@/lib/pages/metrics/url";
import { outcomeWords } from "@/lib/format/wording";
import type { FigureSource } from "@/lib/analytics/outcomes/figure-source";
import { listHref } from "@/lib/analytics/words/overview-links";
import type { CostModel, CostlyRow } from "./overview-model";

export type CostlyFacts = {
  readonly item: CaseListItem;
  readonly contacts: number;
  readonly expected: number;
};

const failed = outcomes.filter((outcome) => isResolved(outcome) === false);

/** The unresolved cases with the most contacts beyond their type's typical number. */
export function prepareCost(
  { cases, figures }: FigureSource,
  costly: readonly CostlyFacts[],
): CostModel {
  const count = failed.reduce(
    (sum, outcome) => sum + (figures.tally.byOutcome[outcomes.indexOf(outcome)] ?? 0),
    0,
  );
  const rows = costly.map(costlyRow);
  const beyond = costly.reduce((sum, { contacts, expected }) => sum + contacts - expected, 0);
  return {
    title:
      rows.length === 0
        ? "No case without evidence of a resolution took more contacts than its type needs"
        : `${formatCounted(rows.length, "case")} took ${beyond.toFixed(0)} contacts more than usual for their type, and ${rows.length === 1 ? "was" : "were"} not resolved with evidence`,
    subtitle: `Most contacts beyond the mean of their type, among ${formatCounted(count, "such case")}`,
    rows,
    links: [
      ...(count === 0
        ? []
        : [
            {
              words: `All ${formatCounted(count, "case")} not resolved with evidence`,
              href: listHref(cases, { facets: { outcome: failed } }),
            },
          ]),
      { words: "What a resolution costs", href: metricsHref({ text: "Cost of a resolution" }) },
    ],
  };
}

function costlyRow({ item, contacts, expected }: CostlyFacts): CostlyRow {
  const { tone, label } = outcomeWords[item.outcome];
  return {
    ...{
      item,
      href: caseHref(item.caseId),
      wrong: describeFailure(item),
      outcome: { tone, label },
    },
    type: facetValueWords("type", item.caseType ?? item.intent ?? item.inferredIntent ?? ""),
    contacts: formatCount(contacts),
    expected: expected.toFixed(1),
  };
}

const endWords: Readonly<Partial<Record<CaseListItem["outcome"], string>>> = {
  reopened: "the customer came back",
  unresolved: "never closed",
  closed_unproven: "closed without proof",
  fell_quiet: "fell quiet, outcome not known",
  closed_likely: "resolved only by an evaluator’s word",
};

/** Why an unresolved case was costly: repeated questions, transfers, ending. */
function describeFailure(
  item: Pick<CaseListItem, "outcome" | "handoffVerdicts" | "handoffs" | "journey">,
): string {
  const again = item.handoffVerdicts.filter((verdict) => verdict === "asked-again").length;
  const channels = new Set(item.journey.map(({ channel }) => channel)).size;
  const clauses = [
    again === 0
      ? ""
      : `had to say it again ${again === 1 ? "once" : `${formatCount(again)} times`}`,
    again === 0 && channels > 1 ? `went over ${formatCount(channels)} channels` : "",
    endWords[item.outcome] ?? "",
  ].filter(Boolean);
  const reason = clauses.join(", ");
  return sentenceCase(reason);
}
