import type { ClusterSums } from "@/lib/stats/proportions/clustered-share";
import { comparedMin, sumsWithout } from "@/lib/stats/compare-with-rest";
import { meanOf } from "@/lib/stats/sums";
import { breakdownOnce } from "../ask/breakdown";
import { countOpened, figuresOf } from "../ask/count";
import type { FilteredCases } from "../ask/filtered-cases";
import type { GroupRates } from "../ask/group-rates";
import type { Snapshot } from "../ask/snapshot";
import type { ChildTable } from "../case-table/child-table";
import { MISSING } from "../facets/case-facets";
import type { RowFacet } from "../facets/facet-groups";
import { contextTally } from "../handoffs/handoff-figures";
import type { ContextGroup, ContextTally } from "../handoffs/tally-handoffs";
import type { Figure } from "../metrics/figure";
import { findMetric } from "../metrics/metrics";
import { changesOfChannel } from "../journeys/read-journeys";
import { areEndsKnown, readEndKnown } from "../outcomes/end-known";
import {
  contactsByFirst,
  contactsChange,
  meanContacts,
  readCaseContacts,
  type CaseContacts,
} from "../outcomes/compare-contacts";
import { kindRates } from "../outcomes/outcome-rates";
import { tallyCases } from "../outcomes/tally-cases";
import { countsOfSet } from "../counts/counts";
import { alarmedSeries } from "../persona/alarmed-series";
import type { DriftFigures } from "../persona/drift-figures";
import { levelFigures, type ChannelLevel } from "../persona/level-figures";
import { spokenContacts } from "../persona/spoken-contacts";
import {
  findingTopics,
  type Compared,
  type ComparedContacts,
  type ComparedShare,
  type Findings,
  type FindingTopic,
} from "./finding";
import { rankFindings } from "./rank-findings";

/** A metric compared with itself, and what it counts. */
type Past = {
  readonly topic: FindingTopic;
  readonly metric: string;
  readonly worse: ComparedShare["worse"];
  readonly of: "cases" | "contacts" | "promises" | "handoffs";
};

const pasts: readonly Past[] = [
  { topic: "resolution-past", metric: "case_resolution_rate", worse: "lower", of: "cases" },
  { topic: "one-contact-past", metric: "one_contact_resolution", worse: "lower", of: "cases" },
  { topic: "repeats-past", metric: "repeat_information_case_rate", worse: "higher", of: "cases" },
  {
    ...{ topic: "containment-past", metric: "contact_false_containment_rate" },
    ...{ worse: "higher", of: "contacts" },
  },
  { topic: "promises-past", metric: "promise_kept_rate", worse: "lower", of: "promises" },
  { topic: "context-past", metric: "context_retention", worse: "lower", of: "handoffs" },
  { topic: "sla-past", metric: "sla_attainment", worse: "lower", of: "cases" },
];
const pastMetrics = pasts.flatMap(({ metric }) => findMetric(metric) ?? []);

type Peers = {
  readonly topic: FindingTopic;
  readonly metric: string;
  readonly facet: RowFacet;
  readonly worse: ComparedShare["worse"];
  readonly isNamed?: boolean;
};

const resolution = "case_resolution_rate";
const peers: readonly Peers[] = [
  { topic: "resolution-by-type", metric: resolution, facet: "type", worse: "lower" },
  { topic: "resolution-by-first", metric: resolution, facet: "first", worse: "lower" },
  { topic: "resolution-by-path", metric: resolution, facet: "path", worse: "lower" },
  {
    ...{ topic: "resolution-by-release", metric: resolution, facet: "release" },
    ...{ worse: "lower", isNamed: true },
  },
  { topic: "returns-by-first", metric: "repeat_contact_rate", facet: "first", worse: "higher" },
  { topic: "sla-by-type", metric: "sla_attainment", facet: "type", worse: "lower" },
  { topic: "sla-by-first", metric: "sla_attainment", facet: "first", worse: "lower" },
];

/** Days of a month on average. */
const monthDays = 365.25 / 12;
const dayUs = 86_400_000_000;

/**
 * Compares the figures of some cases with their past, their peers and their target, and ranks what is worse.
 * @param before the same filters over the period before; null: no comparison
 * @param drifts of the same filters, with the open alarms
 */
export function readFindings(
  cases: Snapshot,
  before: FilteredCases | null,
  drifts: DriftFigures,
): Findings {
  const compared = [
    ...(before === null ? [] : comparedWithPast(cases, before)),
    ...cases.once("compared with peers", () => comparedWithPeers(cases)),
    ...comparedPersonas(cases, drifts),
  ];
  // Where hardly any case shows how it ended, comparing resolution compares silence.
  const isKnown = areEndsKnown(readEndKnown(cases));
  const fit = isKnown ? compared : compared.filter(isNotOfOutcomes);
  return { ...rankFindings(fit, monthsOf(cases)), areEndsKnown: isKnown };
}

function isNotOfOutcomes({ topic }: Compared): boolean {
  const measure = findingTopics[topic];
  return measure !== "resolution" && measure !== "one-contact";
}

/** A longer time without any new case is one without data. */
const gapDays = 14;

/** Months of the period in which there are data, without what precedes the first case and without long gaps. */
function monthsOf(cases: Snapshot): number {
  const { period, oldestUs, newestUs } = cases.about;
  if (period === null) return 1;
  const fromUs = Math.max(period.fromUs, oldestUs ?? period.fromUs);
  const toUs = Math.min(period.toUs, (newestUs ?? period.toUs) + dayUs);
  const days = Math.max(1, Math.ceil((toUs - fromUs) / dayUs));
  const startsUs = Array.from({ length: days + 1 }, (_, at) => fromUs + at * dayUs);
  const { all } = countOpened(cases, startsUs);
  let [empty, gaps, hasBegun] = [0, 0, false];
  for (const count of all) {
    if (count === 0) {
      empty += 1;
      continue;
    }
    if (!hasBegun || empty >= gapDays) gaps += empty;
    [empty, hasBegun] = [0, true];
  }
  return Math.max(1, days - gaps - (empty >= gapDays ? empty : 0)) / monthDays;
}

function comparedWithPast(now: Snapshot, before: FilteredCases): readonly Compared[] {
  const [own, other] = [pastFigures(now), pastFigures(before)];
  const shares = pasts.flatMap(({ topic, metric, worse, of }): readonly Compared[] => {
    const [one, two] = [sumsOf(own.get(metric)), sumsOf(other.get(metric))];
    if (one === null || two === null) return [];
    const things = own.get(metric)?.of ?? 0;
    const figure: ComparedShare = { kind: "share", own: one, other: two, worse };
    return [{ topic, value: "", figure, cases: things * casesPer(now, of), isNamed: true }];
  });
  return [...shares, ...contactsWithPast(readCaseContacts(now), readCaseContacts(before))];
}

function contactsWithPast(now: CaseContacts, before: CaseContacts): readonly Compared[] {
  const difference = contactsChange(now, before);
  if (difference === null) return [];
  const own = meanContacts(now);
  const usual = own - difference.value;
  const figure: ComparedContacts = { kind: "contacts", own, usual, difference, perCase: own };
  const cases = now.cells.reduce((sum, { contacts }) => sum + contacts.count, 0);
  return [{ topic: "contacts-past", value: "", figure, cases, isNamed: true }];
}

function contactsBeside(contacts: CaseContacts): readonly Compared[] {
  const perCase = meanContacts(contacts);
  return contactsByFirst(contacts).map(({ first, sums, difference }): Compared => {
    const own = meanOf(sums);
    return {
      ...{ topic: "contacts-by-first", value: first, cases: sums.count, isNamed: true },
      figure: { kind: "contacts", own, usual: own - difference.value, difference, perCase },
    };
  });
}

function pastFigures({ once, cases }: FilteredCases): ReadonlyMap<string, Figure> {
  return once("finding figures", () => figuresOf(cases(), pastMetrics));
}

function sumsOf(figure: Figure | undefined): ClusterSums | null {
  return figure?.unit === "share" || figure?.unit === "ratio" ? figure.sums : null;
}

/** Cases by each thing that they have: 1 of cases, below it where a case has several contacts. */
function casesPer({ once, listed }: FilteredCases, of: Past["of"]): number {
  if (of === "cases") return 1;
  return once(`cases per ${of}`, () => {
    const { table, places } = listed();
    const { count }: ChildTable = table[of];
    let [things, having] = [0, 0];
    for (const key of places("cases")) {
      const own = count[key] ?? 0;
      things += own;
      having += Number(own > 0);
    }
    return things === 0 ? 0 : having / things;
  });
}

function comparedWithPeers(cases: Snapshot): readonly Compared[] {
  const set = cases.cases();
  const kinds = kindRates(set, tallyCases(countsOfSet(set)));
  const context = contextTally(cases);
  return [
    ...peers.flatMap(({ topic, worse, ...each }) =>
      besideOthers(topic, breakdownOnce(cases, each), worse),
    ),
    ...besideOthers("resolution-by-kind", kinds, "lower"),
    ...besideOthers("resolution-by-move", changesOfChannel(cases), "lower"),
    ...contextBeside(context, casesPer(cases, "handoffs")),
    ...contactsBeside(readCaseContacts(cases)),
  ];
}

function besideOthers(
  topic: FindingTopic,
  { groups, all }: GroupRates,
  worse: ComparedShare["worse"],
): readonly Compared[] {
  return groups.map(({ value, sums: own }) => ({
    ...{ topic, value, cases: own.of, isNamed: !value.split("\n").includes(MISSING) },
    figure: { kind: "share", own, other: sumsWithout(all, own), worse },
  }));
}

function contextBeside(
  { all, pairs, teams, directions, kinds, releases }: ContextTally,
  perHandoff: number,
) {
  const beside = (topic: FindingTopic, value: string, group: ContextGroup): readonly Compared[] => {
    if (group.handoffs < comparedMin) return [];
    const { kept: own, handoffs } = group;
    const other = sumsWithout(all.kept, own);
    const figure = { kind: "share", own, other, worse: "lower" } as const;
    const isNamed = value !== MISSING && !value.split(">").includes("unknown");
    return [{ topic, value, figure, cases: handoffs * perHandoff, isNamed }];
  };
  return [
    ...pairs.flatMap((each) => beside("context-by-pair", `${each.from}>${each.to}`, each)),
    ...teams.flatMap((each) => beside("context-by-team", each.team, each)),
    ...directions.flatMap((each) =>
      beside("context-by-direction", `${each.fromKind}>${each.toKind}`, each),
    ),
    ...kinds.flatMap((each) => beside("context-by-kind", each.kind, each)),
    ...releases.flatMap((each) => beside("context-by-release", each.release, each)),
  ];
}

function comparedPersonas(cases: Snapshot, drifts: DriftFigures): readonly Compared[] {
  const alarmed = alarmedSeries(drifts);
  const levels = alarmed.length === 0 ? [] : readLevels(cases);
  const perContact = alarmed.length === 0 ? 0 : casesPer(cases, "contacts");
  return drifts.series.flatMap((each) => {
    const { channel, attribute, drift } = each;
    if (drift.kind === "none") return [];
    const { contacts, kept } = levels.find((level) => level.channel === channel) ?? noLevel;
    const off = kept.of === 0 ? 0 : 1 - kept.hits / kept.of;
    const isFirst = alarmed.find((other) => other.channel === channel) === each;
    const effect = isFirst ? (drift.alarm?.effect ?? null) : null;
    return [
      {
        ...{ topic: "persona", value: channel, cases: contacts * perContact, isNamed: true },
        figure: { kind: "persona", channel, attribute, drift, effect, off },
      },
    ];
  });
}

function readLevels({ once, listed }: FilteredCases): readonly ChannelLevel[] {
  return once("levels", () => {
    const { table, places } = listed();
    return levelFigures(table, spokenContacts(table, places("cases")));
  });
}

const noLevel = { contacts: 0, kept: { hits: 0, of: 0 } };
