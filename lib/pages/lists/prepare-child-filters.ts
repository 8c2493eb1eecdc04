import { handoffTopicLabels } from "@/lib/domain/case/handoff-packet";
import type { Channel } from "@/lib/domain/trace/channel";
import type { AgentKind } from "@/lib/domain/trace/identity";
import { readContactStep, type AfterContact } from "@/lib/analytics/facets/contact-step";
import type { ChildTraits } from "@/lib/analytics/facets/child-traits";
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
import type { NextChannel, ChildListQuery } from "@/lib/analytics/filter/child-list-query";
import { piiKindLabel } from "@/lib/format/pii-words";
import { placeWords } from "@/lib/domain/privacy/leak-words";
import { foundWords, readingWords, reviewWords, ruleName } from "@/lib/format/disclosure-words";
import { agentWords, channelWords, handoffWords } from "@/lib/format/wording";
import {
  agentUnknown,
  anotherCase,
  channelLeads,
  ofCases,
  ofContacts,
  ofDisclosures,
  ofHandoffs,
  ofPromises,
  ofValues,
  thingNames,
} from "./words/filters";

/** The title: "34 contained contacts whose customer was back within 72 hours". */
export function childListTitle({ thing, metric }: ChildListQuery, total: number): string {
  const found = metric === null ? null : findMetric(metric.id);
  const words = found === null || metric === null ? null : subsetWords(found, metric.subset);
  const counted = words ?? thingNames[thing];
  return formatCounted(total, inSingular(counted), counted);
}

/** The filters besides the metric. */
export function childListFilters(query: ChildListQuery): ChildListModel["filters"] {
  const { thing, cases, on, to, traits } = query;
  const first = { ...query, page: 1 };
  const own = [
    ...(on === null
      ? []
      : [
          {
            words: `${channelLeads[thing].on} ${channelWords[on]}`,
            without: { ...first, on: null },
          },
        ]),
    ...(to === null
      ? []
      : [{ words: `${channelLeads[thing].to} ${nextWords(to)}`, without: { ...first, to: null } }]),
  ];
  const period =
    cases.period === "all"
      ? []
      : [
          {
            words: ofCases.opened(periodWordsAfter(cases.period)),
            without: { ...first, cases: { ...cases, period: "all" as const } },
          },
        ];
  const byCase = filterClauses(cases).map(({ lead, words, without }) => ({
    words: ofCases.filtered(lead, words),
    without: { ...first, cases: without },
  }));
  const ofTraits = Object.entries(traitWords(traits)).map(([name, words]) => ({
    words,
    without: {
      ...first,
      traits: Object.fromEntries(Object.entries(traits).filter(([each]) => each !== name)),
    },
  }));
  return [...own, ...ofTraits, ...period, ...byCase];
}

function nextWords(to: NextChannel): string {
  return to === "another case" ? anotherCase : channelWords[to];
}

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
    ...(kind === undefined ? {} : { kind: ofHandoffs.kind(handoffWords[kind]) }),
    ...(giver === undefined ? {} : { giver: ofHandoffs.giver(agentOf(giver)) }),
    ...(taker === undefined ? {} : { taker: ofHandoffs.taker(agentOf(taker)) }),
    ...(under === undefined ? {} : { under: ofHandoffs.release(under) }),
    ...(takerTeam === undefined ? {} : { takerTeam: ofHandoffs.takerTeam(takerTeam) }),
    ...(says === undefined ? {} : { says: ofHandoffs.says(handoffTopicLabels[says]) }),
    ...(notes === undefined ? {} : { notes: ofHandoffs.notes[notes] }),
    ...(ran === undefined ? {} : { ran: ofContacts.ran(ran) }),
    ...(step === undefined ? {} : { step: stepWords(step) }),
    ...(reading === undefined ? {} : { reading: readingWords[reading] }),
    ...(days === undefined ? {} : { days: daysWords(days) }),
    ...(state === undefined ? {} : { state: ofPromises.states[state] }),
    ...(heard === undefined ? {} : { heard: ofPromises.receptions[heard] }),
    ...(rule === undefined ? {} : { rule: ofDisclosures.rule(ruleName(rule)) }),
    ...(found === undefined ? {} : { found: foundWords(found) }),
    ...(review === undefined ? {} : { review: reviewWords[review] }),
    ...(reviewer === undefined ? {} : { reviewer: ofDisclosures.reviewer(reviewer) }),
    ...(severity === undefined ? {} : { severity: ofDisclosures.severity(severity) }),
    ...(by === undefined ? {} : { by: ofContacts.servedBy(by) }),
    ...piiTraitWords(ofPii),
  };
}

function piiTraitWords({ arrived, sensitivity, kindOf, place, source, sent, each }: ChildTraits) {
  return {
    ...(arrived === undefined ? {} : { arrived: ofValues.arrived[arrived] }),
    ...(sensitivity === undefined
      ? {}
      : {
          sensitivity: sensitivity === "critical" ? ofValues.critical : ofValues.notCritical,
        }),
    ...(kindOf === undefined ? {} : { kindOf: ofValues.type(piiKindLabel(kindOf)) }),
    ...(place === undefined ? {} : { place: ofValues.place(placeWords[place]) }),
    ...(source === undefined ? {} : { source: ofValues.source(source) }),
    ...(sent === undefined ? {} : { sent: ofValues.release(sent) }),
    ...(each === undefined ? {} : { each: ofValues.first }),
  };
}

/** "that began on 2 Nov 2026". */
function daysWords(text: string): string {
  const days = readDays(text);
  if (days === null) return text;
  const wordsOfDay = (day: number) => formatInstant(day * dayUs, "day", "UTC");
  return ofContacts.began(wordsOfDay(days.from), wordsOfDay(days.to));
}

/** "that were the second of their case, on Chat or Email, and followed by Voice". */
function stepWords(text: string): string {
  const step = readContactStep(text);
  if (step === null) return text;
  const { number, on, then } = step;
  const where = on === "any" ? "" : ofContacts.on(anyOf(on));
  return `${ofContacts.place(number)}${where}${then === undefined ? "" : afterWords(then)}`;
}

function afterWords(then: AfterContact): string {
  if (then === "none") return ofContacts.thenNothing;
  return then === "any" ? ofContacts.thenAny : ofContacts.then(anyOf(then));
}

function anyOf(channels: readonly Channel[]): string {
  return joinedByOr(channels.map((each) => channelWords[each]));
}

function agentOf(kind: AgentKind): string {
  return kind === "unknown" ? agentUnknown : agentWords[kind];
}
