import { isResolved, outcomes } from "@/lib/domain/case/outcome";
import { sentenceCase } from "@/lib/domain/sentence-case";
import type { CaseListItem } from "@/lib/analytics/words/case-list-item";
import { caseHref } from "@/lib/pages/case/href";
import { facetValueWords } from "@/lib/analytics/words/facet-words";
import { formatCount } from "@/lib/format/format";
import { metricsHref } from "@/lib/analytics/filter/metrics-query";
import { outcomeWords } from "@/lib/format/wording";
import type { FigureSource } from "@/lib/analytics/outcomes/figure-source";
import { listHref } from "@/lib/analytics/words/overview-links";
import type { CostModel, CostlyRow } from "./overview-model";
import { costWords } from "./words";

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
  return {
    title:
      rows.length === 0
        ? costWords.none(isEndKnown)
        : costWords.title(rows.length, isEndKnown, beyond.toFixed(0)),
    subtitle: costWords.subtitle,
    rows,
    links: [
      ...(count === 0 || !isEndKnown
        ? []
        : [
            {
              words: costWords.all(count),
              href: listHref(cases, { facets: { outcome: failed } }),
            },
          ]),
      ...(isEndKnown
        ? [
            {
              words: costWords.perResolution,
              href: metricsHref({ text: costWords.metric, cases }),
            },
          ]
        : []),
    ],
  };
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

const endWords: Readonly<Partial<Record<CaseListItem["outcome"], string>>> = costWords.ends;

/** Why an unresolved case was costly: repeated questions, transfers, ending. */
function describeFailure(
  item: Pick<CaseListItem, "outcome" | "handoffVerdicts" | "handoffs" | "journey">,
  isEndKnown: boolean,
): string {
  const again = item.handoffVerdicts.filter((verdict) => verdict === "asked-again").length;
  const channels = new Set(item.journey.map(({ channel }) => channel)).size;
  const clauses = [
    again === 0 ? "" : costWords.askedAgain(again),
    again === 0 && channels > 1 ? costWords.channels(channels) : "",
    isEndKnown || item.outcome === "reopened" ? (endWords[item.outcome] ?? "") : "",
  ].filter(Boolean);
  const reason = clauses.join(", ");
  return sentenceCase(reason);
}
