import { handoffTopicLabels } from "@/lib/domain/case/handoff-packet";
import type { PromiseState } from "@/lib/domain/case/case-promise";
import type { AgentKind } from "@/lib/domain/trace/identity";
import { readContactStep, type AfterContact } from "@/lib/analytics/facets/contact-step";
import type { Arrival, ChildTraits } from "@/lib/analytics/facets/child-traits";
import type { EntityDimensions } from "@/lib/analytics/facets/dimension-groups";
import type { ContactAgents } from "@/lib/analytics/rows/contact-row";
import { findMetric } from "@/lib/analytics/metrics/metrics";
import { subsetWords } from "@/lib/analytics/metrics/metric";
import { periodWordsAfter } from "@/lib/analytics/words/facet-words";
import { filterClauses } from "@/lib/analytics/words/filter-sentence";
import { readDays } from "@/lib/analytics/filter/days";
import { dayUs } from "@/lib/stats/time/zoned-time";
import { joinedByOr } from "@/lib/format/join-words";
import { formatCounted, formatInstant } from "@/lib/format/format";
import { inSingular } from "@/lib/format/in-singular";
import type { ChildListModel } from "./child-list-model";
import type {
  ListedThing,
  NextChannel,
  ChildListQuery,
} from "@/lib/analytics/filter/child-list-query";
import { piiKindLabel } from "@/lib/format/pii-words";
import { placeWords } from "@/lib/domain/privacy/leak-words";
import { foundWords, readingWords, reviewWords, ruleName } from "@/lib/format/disclosure-words";
import { agentWords, channelWords, handoffWords } from "@/lib/format/wording";

/** The title: "34 contained contacts whose customer was back within 72 hours". */
export function childListTitle({ thing, metric }: ChildListQuery, total: number): string {
  const found = metric === null ? null : findMetric(metric.id);
  const words = found === null || metric === null ? null : subsetWords(found, metric.subset);
  const counted = words ?? thingWords[thing];
  return formatCounted(total, inSingular(counted), counted);
}

/** What a list lists, in the plural. */
export const thingWords: Readonly<Record<ListedThing, string>> = {
  ...{ contacts: "contacts", handoffs: "handoffs", promises: "promises" },
  ...{ disclosures: "disclosures", pii: "personal values" },
};

const leads: Readonly<Record<ListedThing, { readonly on: string; readonly to: string }>> = {
  contacts: { on: "on", to: "then back on" },
  handoffs: { on: "from", to: "to" },
  promises: { on: "made on", to: "that came up on" },
  disclosures: { on: "on", to: "then on" },
  pii: { on: "on", to: "then on" },
};

/** The filters besides the metric. */
export function childListFilters(query: ChildListQuery): ChildListModel["filters"] {
  const { thing, cases, on, to, traits } = query;
  const first = { ...query, page: 1 };
  const own = [
    ...(on === null
      ? []
      : [{ words: `${leads[thing].on} ${channelWords[on]}`, without: { ...first, on: null } }]),
    ...(to === null
      ? []
      : [{ words: `${leads[thing].to} ${nextWords(to)}`, without: { ...first, to: null } }]),
  ];
  const period =
    cases.period === "all"
      ? []
      : [
          {
            words: `of cases opened ${periodWordsAfter(cases.period)}`,
            without: { ...first, cases: { ...cases, period: "all" as const } },
          },
        ];
  const ofCases = filterClauses(cases).map(({ lead, words, without }) => ({
    words: `of cases ${lead} ${words}`,
    without: { ...first, cases: without },
  }));
  const ofTraits = Object.entries(traitWords(traits)).map(([name, words]) => ({
    words,
    without: {
      ...first,
      traits: Object.fromEntries(Object.entries(traits).filter(([each]) => each !== name)),
    },
  }));
  return [...own, ...ofTraits, ...period, ...ofCases];
}

function nextWords(to: NextChannel): string {
  return to === "another case" ? to : channelWords[to];
}

const noteWords = {
  seen: "with the use of notes visible",
  read: "in which notes were read",
  written: "in which notes were written",
  unseen: "with no use of notes visible",
} as const;

const stateWords: Readonly<Record<PromiseState, string>> = {
  kept: "kept on time",
  late: "kept too late",
  broken: "broken",
  overdue: "overdue now",
  unknown: "that cannot be checked",
  open: "not due yet or without a date",
};

const heardWords: Readonly<Record<EntityDimensions["promises"]["reception"], string>> = {
  known: "known where they came up",
  denied: "denied where they came up",
  ignored: "not taken up where they came up",
  "not-mentioned": "that nobody mentioned later",
  none: "after which no contact followed",
};

const servedBy: Readonly<Record<ContactAgents, string>> = {
  ...{ ai: "AI alone", human: "people alone", both: "AI and people" },
  unknown: "nobody knows whom",
};

/** Filters other than channels, by trait. */
function traitWords({
  kind,
  giver,
  taker,
  under,
  takerTeam,
  says,
  notes,
  ran,
  step,
  reading,
  days,
  state,
  heard,
  rule,
  found,
  by,
  review,
  reviewer,
  severity,
  ...ofPii
}: ChildTraits) {
  return {
    ...(kind === undefined ? {} : { kind: `of the kind ${handoffWords[kind]}` }),
    ...(giver === undefined ? {} : { giver: `given by ${givenBy(giver)}` }),
    ...(taker === undefined ? {} : { taker: `taken over by ${givenBy(taker)}` }),
    ...(under === undefined
      ? {}
      : { under: under === "none" ? "without a release" : `under release ${under}` }),
    ...(takerTeam === undefined
      ? {}
      : {
          takerTeam:
            takerTeam === "none"
              ? "where nobody named the team that took over"
              : `taken over by the team ${takerTeam}`,
        }),
    ...(says === undefined ? {} : { says: `whose packet says ${handoffTopicLabels[says]}` }),
    ...(notes === undefined ? {} : { notes: noteWords[notes] }),
    ...(ran === undefined ? {} : { ran: `that ran the prompt ${ran}` }),
    ...(step === undefined ? {} : { step: stepWords(step) }),
    ...(reading === undefined ? {} : { reading: readingWords[reading] }),
    ...(days === undefined ? {} : { days: daysWords(days) }),
    ...(state === undefined ? {} : { state: stateWords[state] }),
    ...(heard === undefined ? {} : { heard: heardWords[heard] }),
    ...(rule === undefined ? {} : { rule: `of the rule ${ruleName(rule)}` }),
    ...(found === undefined ? {} : { found: foundWords(found) }),
    ...(review === undefined ? {} : { review: reviewWords[review] }),
    ...(reviewer === undefined ? {} : { reviewer: `last decided by ${reviewer}` }),
    ...(severity === undefined ? {} : { severity: `of ${severity} severity` }),
    ...(by === undefined ? {} : { by: `in contacts served by ${servedBy[by]}` }),
    ...piiTraitWords(ofPii),
  };
}

function piiTraitWords({ arrived, sensitivity, kindOf, place, source, sent, each }: ChildTraits) {
  return {
    ...(arrived === undefined ? {} : { arrived: arrivedWords[arrived] }),
    ...(sensitivity === undefined
      ? {}
      : {
          sensitivity: sensitivity === "critical" ? "that are critical" : "that are not critical",
        }),
    ...(kindOf === undefined ? {} : { kindOf: `of the type ${piiKindLabel(kindOf)}` }),
    ...(place === undefined ? {} : { place: `in ${placeWords[place]}` }),
    ...(source === undefined
      ? {}
      : { source: source === "none" ? "of no named tool or attribute" : `of ${source}` }),
    ...(sent === undefined
      ? {}
      : { sent: sent === "none" ? "without a release" : `under release ${sent}` }),
    ...(each === undefined ? {} : { each: "that are the first of their span" }),
  };
}

const arrivedWords: Readonly<Record<Arrival, string>> = {
  leaked: "that arrived readable",
  redacted: "that the sender had redacted",
};

/** "that began on 2 Nov 2026". */
function daysWords(text: string): string {
  const days = readDays(text);
  if (days === null) return text;
  const [from, to] = [days.from, days.to].map((day) => formatInstant(day * dayUs, "day", "UTC"));
  return from === to ? `that began on ${from ?? ""}` : `that began ${from ?? ""} – ${to ?? ""}`;
}

const ordinals = ["", "first", "second", "third", "fourth", "fifth", "sixth"] as const;

/** "that were the second of their case, on Chat or Email, and followed by Voice". */
function stepWords(text: string): string {
  const step = readContactStep(text);
  if (step === null) return text;
  const { number, on, then } = step;
  const which = `that were the ${ordinals[number] ?? `${String(number)}th`} of their case`;
  const where = on === "any" ? "" : `, on ${joinedByOr(on.map((each) => channelWords[each]))}`;
  return `${which}${where}${then === undefined ? "" : `, ${afterWords(then)}`}`;
}

function afterWords(then: AfterContact): string {
  if (then === "none") return "and the last so far";
  if (then === "any") return "and followed by another";
  return `and followed by ${joinedByOr(then.map((each) => channelWords[each]))}`;
}

function givenBy(kind: AgentKind): string {
  return kind === "unknown" ? "nobody knows whom" : agentWords[kind];
}
