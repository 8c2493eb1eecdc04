import type { Settings } from "@/lib/domain/settings/settings";
import type { SlaState } from "@/lib/domain/case/sla-state";
import type { FacetCounts } from "@/lib/analytics/facets/count-facets";
import type { Figure, ShareFigure } from "@/lib/analytics/metrics/figure";
import { breakdownPanel } from "@/lib/analytics/charts/breakdown-panel";
import type { GroupRates } from "@/lib/analytics/ask/group-rates";
import type { RowFacet } from "@/lib/analytics/facets/facet-groups";
import { findMetric } from "@/lib/analytics/metrics/metrics";
import type { TeamsFigures } from "@/lib/analytics/sla/team-figures";
import type { SlaTally } from "@/lib/analytics/sla/tally-sla";
import type { BarFill, BarSegment } from "@/lib/analytics/charts/chart-model";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import type { ErrorSources } from "@/lib/analytics/findings/error-sources";
import { facetChoice, periodChoice } from "@/lib/analytics/filter/filter-choices";
import { facetValueWords } from "@/lib/analytics/words/facet-words";
import { formatCount } from "@/lib/format/format";
import { notCompared } from "@/lib/analytics/words/figure-change";
import { listHref } from "@/lib/analytics/words/overview-links";
import type { FigureCard } from "@/lib/analytics/findings/finding-model";
import type { BarModel } from "@/lib/analytics/charts/chart-model";
import { metricEntry } from "@/lib/analytics/words/metric-entry";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { percent, percentFrom, percentRange, rateWords } from "@/lib/format/share-words";
import { slaBreakdowns } from "./breakdowns";
import type { SlaModel } from "./sla-model";
import { slaCsvHref, slaHref } from "./url";
import { noTargetWords, slaTerms } from "./prepare-terms";
import * as words from "./words/page";
import { prepareTeams } from "./prepare-teams";
import { prepareTimes, type TimeFacts } from "./prepare-times";
import { prepareSlaLede } from "./prepare-lede";

/** The page's data. */
export type SlaFacts = Pick<
  SlaModel,
  "asOfUs" | "period" | "newestUs" | "evaluators" | "isWorkspaceEmpty"
> &
  TimeFacts & {
    readonly tally: SlaTally;
    readonly rates: ReadonlyMap<RowFacet, GroupRates>;
    /** By metric id. */
    readonly figures: ReadonlyMap<string, Figure>;
    readonly teams: TeamsFigures;
    /** Cases old enough to judge, and those of them that show how they ended. */
    readonly known: Proportion;
    readonly errors: ErrorSources;
    readonly counts: FacetCounts;
    readonly settings: Pick<Settings, "businessHours" | "timeZone" | "caseTypes">;
    /** The most urgent cases. */
    readonly rows: SlaModel["urgent"]["rows"];
  };

/** The metric whose numerator lists the cases of each state. */
const metricOf: Readonly<Record<SlaState, string>> = {
  met: "sla_attainment",
  breached: "sla_closed_late",
  overdue: "sla_overdue",
  risk: "sla_at_risk",
  open: "sla_in_time",
  paused: "sla_paused",
  none: "sla_no_target",
};

/** Prepares the SLA page. */
export function prepareSla(query: CasesQuery, facts: SlaFacts): SlaModel {
  const { tally, rates, teams, counts, settings, rows, period, figures, errors } = facts;
  const { times, handled, asOfUs, newestUs, evaluators, isWorkspaceEmpty } = facts;
  const { states } = tally;
  const urgent = states.overdue + states.risk;
  const isTargeted = order.some(([state]) => states[state] > 0);
  return {
    ...{ query, asOfUs, period, newestUs, evaluators, isWorkspaceEmpty },
    filters: [
      periodChoice(query, period, words.page.period, slaHref),
      ...words.filterClauses.map((clause) => facetChoice(query, counts, clause, slaHref)),
    ],
    lede: prepareSlaLede(states),
    noTarget: !isTargeted && states.none > 0 ? noTargetWords(settings) : null,
    figures: isTargeted ? figuresOf(query, states, { figures, errors }) : [],
    clocks: isTargeted ? clocksOf(query, states) : null,
    breakdowns: slaBreakdowns.flatMap((panel) => {
      const found = rates.get(panel.facet);
      return found === undefined
        ? []
        : [{ ...breakdownPanel(query, found, panel), topic: panel.topic }];
    }),
    times: prepareTimes(query, { times, handled }),
    teams: prepareTeams(query, teams, facts.known),
    reasons: reasonsOf(query, tally),
    urgent: {
      title: urgent === 0 ? words.urgentCases.none : words.atRiskOrOverdue(urgent),
      rows,
      more: urgent - rows.length,
      overdueHref: hrefOf(query, "overdue"),
      riskHref: hrefOf(query, "risk"),
      csvHref: slaCsvHref(query),
    },
    terms: slaTerms(settings),
  };
}

function hrefOf(
  query: CasesQuery,
  state: SlaState,
  facets: Partial<CasesQuery["facets"]> = {},
): string {
  return listHref(query, { facets, metric: { id: metricOf[state], subset: "numerator" } });
}

type States = SlaTally["states"];

const shownStates = ["met", "overdue", "risk", "paused"] as const;

/** Figure cards: targets met, and open cases by clock state. */
function figuresOf(
  query: CasesQuery,
  states: States,
  { figures, errors }: Pick<SlaFacts, "figures" | "errors">,
): readonly FigureCard[] {
  return shownStates.flatMap((state) => {
    const metric = findMetric(metricOf[state]);
    const figure = figures.get(metricOf[state]);
    if (metric === null || figure?.unit !== "share") return [];
    const count = states[state];
    return [
      {
        ...{ id: metric.id, name: metric.name, question: metric.question },
        ...(state === "met"
          ? attained(figure)
          : {
              value: formatCount(count),
              interval: "",
              basis: words.ofOpenCases(figure.of),
              maturity: "",
            }),
        ...{ ...notCompared, spread: "" },
        href: count === 0 ? null : hrefOf(query, state),
        about: metricEntry(metric, figure, errors, query),
      },
    ];
  });
}

function attained({ hits, of, waiting, share }: ShareFigure) {
  return {
    value: rateWords({ hits, of }),
    interval: share === null ? "" : percentRange(share.interval, of),
    basis: words.hitsOfCases(hits, of),
    maturity: waiting === 0 ? "" : words.moreNotDue(waiting),
  };
}

const order: readonly (readonly [SlaState, BarFill])[] = [
  ["met", "solid"],
  ["open", "shade"],
  ["paused", "dots"],
  ["risk", "diagonal"],
  ["overdue", "lines"],
  ["breached", "empty"],
];

function clocksOf(query: CasesQuery, states: States): SlaModel["clocks"] {
  const of = order.reduce((sum, [state]) => sum + states[state], 0);
  const segments = order.map(([state, fill]): BarSegment => ({
    ...{ key: state, words: words.slaStateWords[state].label, count: states[state], fill },
    share: of < percentFrom ? "" : percent(states[state] / of, of),
    href: states[state] === 0 ? null : hrefOf(query, state),
  }));
  const late = states.overdue + states.breached;
  const title = words.clocksTitle(late, of);
  const { columns } = words.clocks;
  return {
    segments,
    frame: {
      title,
      subtitle: words.clocks.subtitle,
      label: `${title}: ${segments.map(({ words, count }) => `${words} ${formatCount(count)}`).join(", ")}.`,
      table: {
        columns: [
          { words: columns.clock, isNumber: false },
          { words: columns.cases, isNumber: true },
          { words: columns.share, isNumber: true },
        ],
        rows: segments.map(({ words, count, share, href }) => [
          { words },
          { words: formatCount(count), ...(href === null ? {} : { href }) },
          { words: share },
        ]),
      },
      links:
        states.none === 0
          ? []
          : [{ words: words.withoutTarget(states.none), href: hrefOf(query, "none") }],
      note: "",
    },
  };
}

function reasonsOf(query: CasesQuery, { reasons, states }: SlaTally): BarModel | null {
  if (states.paused === 0) return null;
  const rows = reasons.map(({ reason, count }) => ({
    key: reason,
    subject: { channels: [], words: facetValueWords("pause", reason) },
    ...{ amount: count, shown: formatCount(count), basis: "" },
    href: hrefOf(query, "paused", { pause: [reason] }),
  }));
  const [first, second] = rows;
  const { columns } = words.pauseReasons;
  const clocks = words.clocksPaused(states.paused);
  const isOften = first !== undefined && first.amount > (second?.amount ?? 0);
  const title = isOften
    ? words.pausedMostOften(clocks, first.subject.words, second === undefined)
    : words.pausedForReasons(clocks, rows.length);
  return {
    rows,
    frame: {
      title,
      subtitle: words.pauseReasons.subtitle,
      label: `${title}. ${rows.map(({ subject, shown }) => `${subject.words} ${shown}`).join(", ")}.`,
      table: {
        columns: [
          { words: columns.reason, isNumber: false },
          { words: columns.cases, isNumber: true },
        ],
        rows: rows.map(({ subject, shown, href }) => [
          { words: subject.words },
          { words: shown, href },
        ]),
      },
      links: [{ words: words.pauseReasons.link, href: hrefOf(query, "paused") }],
      note: "",
    },
  };
}
