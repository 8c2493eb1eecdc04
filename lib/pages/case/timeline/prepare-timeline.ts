import type { DerivedCase } from "@/lib/domain/case/case";
import type { DataFindingCode } from "@/lib/domain/trace/finding";
import type { CaseKnowledge } from "@/lib/domain/case/case-knowledge";
import type { BusinessCalendar } from "@/lib/stats/time/business-time";
import { formatDuration } from "@/lib/format/format";
import { channelWords, findingWords } from "@/lib/format/wording";
import { findActivity, type ActiveSpan } from "./find-activity";
import { blockItems } from "./block-items";
import { contactItems } from "./contact-items";
import { disclosuresWords, disclosureItems } from "./disclosure-items";
import { factsWords, factItems } from "./fact-items";
import { handoffItems } from "./handoff-items";
import { promisesWords, promiseItems } from "./promise-items";
import { releaseItems } from "./release-items";
import { slaItems } from "./sla-items";
import { stateItems } from "./state-items";
import { listItems, type ItemHrefs } from "./list-items";
import { extentOf, marksOf, windowGroups, windowsOf } from "./merge-contacts";
import type { Timeline, TimelineContact, TimelinePromise, TimelineState } from "./timeline-model";
import { states as stateWords, timelineTitle } from "../words/timeline";

export type TimelineInput = {
  readonly derived: DerivedCase;
  readonly knowledge: CaseKnowledge;
  /** The customer's next contact about the same issue in another case. */
  readonly repeatUs: number | null;
  readonly asOfUs: number;
  readonly calendar: BusinessCalendar;
  readonly hrefs: ItemHrefs;
};

/** px for the ending symbol and one agent's label, and for each further agent. */
const contactPx = 32;
const stretchPx = 24;
const instantPx = 30;
/** px for a count, and for the chip between two ranges. */
const windowPx = 48;

/** Prepares a case's timeline: everything drawn, as text and instants. */
export function prepareTimeline(input: TimelineInput): Timeline {
  const { derived, knowledge, asOfUs } = input;
  const contacts = contactItems(derived);
  const windows = windowsOf(contacts);
  const states = stateItems(input);
  const promises = promiseItems(knowledge.promises, derived, asOfUs);
  const facts = factItems(knowledge.handoffFacts, derived);
  const disclosures = disclosureItems(knowledge, derived);
  const releases = releaseItems(derived);
  const lastState = states.at(-1);
  const nowUs =
    lastState?.tone === "open" || lastState?.words === stateWords.reopened ? asOfUs : null;
  const items = {
    contacts,
    handoffs: handoffItems(derived, knowledge.handoffFacts),
    states,
    promises,
    disclosures,
    releases: releases.changes,
  };
  return {
    title: titleOf(contacts, derived),
    items: listItems(items, input.hrefs),
    ...items,
    contactGroups: windows === null ? marksOf(contacts) : windowGroups(windows),
    sla: slaItems(knowledge.slaClock),
    facts,
    factsWords: factsWords(knowledge.handoffFacts),
    promisesWords: promisesWords(promises),
    disclosuresWords: disclosuresWords(disclosures),
    releasesAtOpening: releases.atOpening,
    ...(windows === null
      ? blockItems(findActivity(spansOf(contacts, states, promises, nowUs)), input.calendar)
      : blockItems(findActivity(windows.map(spanOf), 0), input.calendar)),
    clockWords: clockWords(derived),
    nowUs,
  };
}

const clockFindings: readonly DataFindingCode[] = [
  "end-before-start",
  "child-before-parent",
  "time-implausible",
];

/** Times are drawn as received; inconsistent ones get a note. */
function clockWords({ findings }: DerivedCase): string {
  return clockFindings
    .map((code) => ({ code, count: findings.filter((each) => each.code === code).length }))
    .filter(({ count }) => count > 0)
    .map(({ code, count }) => `${findingWords[code].toLowerCase()} × ${count}`)
    .join(", ");
}

/** Spans to draw to scale, and the instants that end an idle gap. */
function spansOf(
  contacts: readonly TimelineContact[],
  states: readonly TimelineState[],
  promises: readonly TimelinePromise[],
  nowUs: number | null,
): readonly ActiveSpan[] {
  const instants = [
    ...states.map((state) => state.fromUs),
    ...promises.flatMap(({ dueUs }) => (dueUs === null ? [] : [dueUs])),
    ...(nowUs === null ? [] : [nowUs]),
  ];
  return [
    ...contacts.map(({ fromUs, toUs, stretches }) => ({
      fromUs,
      toUs,
      leastPx: contactPx + stretchPx * (Math.min(stretches.length, 4) - 1),
    })),
    ...instants.map((atUs) => ({ fromUs: atUs, toUs: atUs, leastPx: instantPx })),
  ];
}

/** A range of many contacts is one span, as wide as its count needs. */
function spanOf(contacts: readonly TimelineContact[]): ActiveSpan {
  return { ...extentOf(contacts), leastPx: windowPx };
}

function titleOf(
  contacts: readonly TimelineContact[],
  { caseId, openedUs, lastContactUs }: DerivedCase,
): string {
  const path = contacts
    .map(({ channel }) => channelWords[channel])
    .slice(0, 12)
    .join(", ");
  const length =
    openedUs === null || lastContactUs === null
      ? ""
      : timelineTitle.over(formatDuration(lastContactUs - openedUs));
  return timelineTitle.sentence(caseId, length, contacts.length, path);
}
