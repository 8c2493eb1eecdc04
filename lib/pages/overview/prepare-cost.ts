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

/**
 * The unresolved cases with the most contacts beyond their type's typical number.
 * @param isEndKnown false: the data can't say how cases end, and no outcome is shown
 */
export function prepareCost(
  { cases, figures }: FigureSource,
  costly: readonly CostlyFacts[],
  isEndKnown: boolean,
): CostModel {
  const count = failed.reduce(
    (sum, outcome) => sum + (figures.tally.byOutcome[outcomes.indexOf(outcome)] ?? 0),
    0,
  );
  const rows = costly.map((each) => costlyRow(each, isEndKnown));
  const beyond = costly.reduce((sum, { contacts, expected }) => sum + contacts - expected, 0);
  const took = `${formatCounted(rows.length, isEndKnown ? "unresolved case" : "case")} took ${beyond.toFixed(0)} contacts more than usual for their type`;
  return {
    title: rows.length === 0 ? noneWords(isEndKnown) : took,
    subtitle: "The cases with the most contacts above the usual for their type",
    rows,
    links: [
      ...(count === 0 || !isEndKnown
        ? []
        : [
            {
              words: `All ${formatCounted(count, "case")} not resolved with evidence`,
              href: listHref(cases, { facets: { outcome: failed } }),
            },
          ]),
      ...(isEndKnown
        ? [
            {
              words: "What a resolution costs",
              href: metricsHref({ text: "Cost per resolution", cases }),
            },
          ]
        : []),
    ],
  };
}

function noneWords(isEndKnown: boolean): string {
  return `No ${isEndKnown ? "unresolved " : ""}case took more contacts than its type needs`;
}

function costlyRow({ item, contacts, expected }: CostlyFacts, isEndKnown: boolean): CostlyRow {
  const { tone, label } = outcomeWords[item.outcome];
  return {
    ...{
      item,
      href: caseHref(item.caseId),
      wrong: describeFailure(item, isEndKnown),
      outcome: isEndKnown ? { tone, label } : null,
    },
    type: facetValueWords("type", item.caseType ?? item.intent ?? item.inferredIntent ?? ""),
    contacts: formatCount(contacts),
    expected: expected.toFixed(1),
  };
}

const endWords: Readonly<Partial<Record<CaseListItem["outcome"], string>>> = {
  reopened: "customer came back",
  unresolved: "never closed",
  closed_unproven: "closed without proof",
  fell_quiet: "fell quiet, outcome not known",
  closed_likely: "resolved only by an evaluator’s word",
};

/** Why an unresolved case was costly: repeated questions, transfers, ending. */
function describeFailure(
  item: Pick<CaseListItem, "outcome" | "handoffVerdicts" | "handoffs" | "journey">,
  isEndKnown: boolean,
): string {
  const again = item.handoffVerdicts.filter((verdict) => verdict === "asked-again").length;
  const channels = new Set(item.journey.map(({ channel }) => channel)).size;
  const clauses = [
    again === 0 ? "" : `asked again ${again === 1 ? "once" : `${formatCount(again)} times`}`,
    again === 0 && channels > 1 ? `used ${formatCount(channels)} channels` : "",
    isEndKnown || item.outcome === "reopened" ? (endWords[item.outcome] ?? "") : "",
  ].filter(Boolean);
  const reason = clauses.join(", ");
  return sentenceCase(reason);
}
