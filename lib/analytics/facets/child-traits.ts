import type { HandoffKind } from "@/lib/domain/case/case";
import { requiredStatuses, unreadReasons } from "@/lib/domain/case/case-disclosure";
import { severityIn, type Severity } from "@/lib/domain/disclosures/severity";
import type { ReviewState } from "@/lib/domain/quality/disclosure-review";
import { channels, type Channel } from "@/lib/domain/trace/channel";
import { handoffTopics, type HandoffTopic } from "@/lib/domain/case/handoff-packet";
import type { PromiseState } from "@/lib/domain/case/case-promise";
import type { AgentKind } from "@/lib/domain/trace/identity";
import { MISSING } from "./case-facets";
import type { CaseTable } from "../case-table/case-table";
import type { DimensionGroup } from "../case-table/coding";
import {
  sensitivityOf,
  type PersonalPlace,
  type PiiKind,
  type Sensitivity,
} from "@/lib/domain/privacy/personal-values";
import type { DisclosureValues } from "../case-table/disclosure-table";
import { readContactStep } from "./contact-step";
import { contactReadings, type ContactAgents } from "../rows/contact-row";
import type { PromiseValues } from "../case-table/promise-table";
import { nameOf, noName } from "../case-table/names";

/** What became of the case's notes in a contact: `seen` wherever it is known. */
export const noteTraits = ["seen", "read", "written", "unseen"] as const;

/** How far rules could be evaluated on a contact; `unread`: one could not, for any reason. */
export const readingTraits = ["unread", ...contactReadings] as const;

/** What became of a disclosure; `not_given`: any of those that are neither given nor not evaluable. */
export const foundValues = ["not_given", ...requiredStatuses] as const;
export type FoundValue = (typeof foundValues)[number];

/** Whether a personal value arrived readable, or the sender had redacted it. */
export const arrivals = ["leaked", "redacted"] as const;
export type Arrival = (typeof arrivals)[number];

/** Filters of a list of contacts, handoffs, promises, disclosures or personal values besides its channels; absent: any. */
export type ChildTraits = {
  /** Of a handoff. */
  readonly kind?: HandoffKind;
  /** Who handed over, and who took over. */
  readonly giver?: AgentKind;
  readonly taker?: AgentKind;
  /** The release of whoever took over; "none" where it is unknown. */
  readonly under?: string;
  /** The team that took over; "none" where it is unknown. */
  readonly takerTeam?: string;
  /** A topic of the packet for the person who took over. */
  readonly says?: HandoffTopic;
  /** Of a contact. */
  readonly notes?: (typeof noteTraits)[number];
  /** The prompt that it ran: "support-core@v7". */
  readonly ran?: string;
  /** How far disclosure rules could be evaluated on it. */
  readonly reading?: (typeof readingTraits)[number];
  /** The days on which it began, in the display zone: see `writeDays`. */
  readonly days?: string;
  /** Its number in the case, and what followed: see `writeContactStep`. */
  readonly step?: string;
  /** Of a promise: its state, and what the next contact about it knew of it. */
  readonly state?: PromiseState;
  readonly heard?: PromiseValues["reception"];
  /** Of a disclosure: the id of its rule, what became of it, and who spoke in its contact. */
  readonly rule?: string;
  readonly found?: FoundValue;
  readonly by?: ContactAgents;
  /** What was decided on it, and by whom: a public id. */
  readonly review?: ReviewState;
  readonly reviewer?: string;
  /** Of its rule, by the settings as they are. */
  readonly severity?: Severity;
  /**
   * Of a personal value: how it arrived, its sensitivity, type and place, and the tool or attribute; "none" where there
   * is none.
   */
  readonly arrived?: Arrival;
  readonly sensitivity?: Sensitivity;
  readonly kindOf?: PiiKind;
  readonly place?: PersonalPlace;
  readonly source?: string;
  /** The release of its span, or of a disclosure's contact; "none" where it is unknown. */
  readonly sent?: string;
  /** Only the first leaked value of each span. */
  readonly each?: "span";
};

/** The rows that traits leave: those of some codes, of which a test may leave fewer. */
export type TraitFilter = {
  readonly codes: Uint32Array;
  /** By code: 1 where its rows pass, else 0. */
  readonly isLeft: Uint8Array;
  /** Null: every row of these codes is left. */
  readonly test: ((place: number) => boolean) | null;
};

/** Creates a filter of a child table's rows by their traits. @returns null where no trait applies */
export function traitFilter(
  { contacts, handoffs, promises, disclosures, pii, names, severities }: CaseTable,
  thing: "contacts" | "handoffs" | "promises" | "disclosures" | "pii",
  traits: ChildTraits,
): TraitFilter | null {
  const isAnyOf = (some: readonly unknown[]) => some.some((each) => each !== undefined);
  switch (thing) {
    case "contacts": {
      const { notes, ran, step, reading } = traits;
      if (!isAnyOf([notes, ran, step, reading])) return null;
      const { prompt } = contacts.integers;
      const number = ran === undefined ? null : names.ids.get(ran);
      const isAt = stepTest(contacts, step);
      const isRead = readingTest(contacts, reading);
      return byCode(
        contacts.dimensionGroups.contacts,
        (each) => notes === undefined || hasNotes(each.notes, notes),
        isAnyOf([ran, step, reading])
          ? (place) => (number === null || prompt[place] === number) && isRead(place) && isAt(place)
          : null,
      );
    }
    case "handoffs": {
      const { kind, giver, taker, under, takerTeam, says } = traits;
      if (!isAnyOf([kind, giver, taker, under, takerTeam, says])) return null;
      const { release, team, topics } = handoffs.integers;
      const bit = says === undefined ? null : 1 << handoffTopics.indexOf(says);
      return byCode(
        handoffs.dimensionGroups.handoffs,
        (each) =>
          (kind ?? each.kind) === each.kind &&
          (giver ?? each.fromKind) === each.fromKind &&
          (taker ?? each.toKind) === each.toKind,
        isAnyOf([under, takerTeam, says])
          ? (place) =>
              (bit === null || ((topics[place] ?? 0) & bit) !== 0) &&
              isCalled(names, release[place], under) &&
              isCalled(names, team[place], takerTeam)
          : null,
      );
    }
    case "promises": {
      const { state, heard } = traits;
      if (!isAnyOf([state, heard])) return null;
      return byCode(
        promises.dimensionGroups.promises,
        (each) =>
          (state ?? each.state) === each.state && (heard ?? each.reception) === each.reception,
      );
    }
    case "disclosures": {
      const { rule, found, by, review, reviewer, severity, sent } = traits;
      if (!isAnyOf([rule, found, by, review, reviewer, severity, sent])) return null;
      const number = reviewer === undefined ? null : names.ids.get(reviewer);
      const { reviewer: reviewers, release } = disclosures.integers;
      return byCode(
        disclosures.dimensionGroups.disclosures,
        (each) =>
          (rule ?? each.rule) === each.rule &&
          (found === undefined || isFound(each.status, found)) &&
          (by ?? each.agents) === each.agents &&
          (review ?? each.review) === each.review &&
          (severity === undefined || severityIn(severities, each.rule) === severity),
        isAnyOf([reviewer, sent])
          ? (place) =>
              (number === null || reviewers[place] === number) &&
              isCalled(names, release[place], sent)
          : null,
      );
    }
    case "pii": {
      const { arrived, sensitivity, kindOf, place, source, sent, each } = traits;
      if (!isAnyOf([arrived, sensitivity, kindOf, place, source, sent, each])) return null;
      const { release } = pii.integers;
      return byCode(
        pii.dimensionGroups.pii,
        (of) =>
          (arrived === undefined || (arrived === "leaked") === of.isLeaked) &&
          (sensitivity === undefined || sensitivity === sensitivityOf(of.type)) &&
          (kindOf ?? of.type) === of.type &&
          (place ?? of.place) === of.place &&
          (source === undefined || source === filterName(of.source)) &&
          (each === undefined || of.isSpansFirst),
        sent === undefined ? null : (row) => isCalled(names, release[row], sent),
      );
    }
  }
}

function byCode<Values>(
  { codes, combinations }: DimensionGroup<Values>,
  isLeft: (each: Values) => boolean,
  test: TraitFilter["test"] = null,
): TraitFilter {
  return {
    ...{ codes, test },
    isLeft: Uint8Array.from(combinations.values, (each) => Number(isLeft(each))),
  };
}

/** Whether a release or a team, by its number, is the one of a filter. */
function isCalled(names: CaseTable["names"], number: number | undefined, trait?: string): boolean {
  return trait === undefined || trait === (nameOf(names, number ?? noName) ?? unnamed);
}

/** Whether a status is what a filter asks for. */
export function isFound(status: DisclosureValues["status"], found: FoundValue): boolean {
  return found === "not_given" ? isNotGiven(status) : status === found;
}

/** True if it was required and not given as required. */
export function isNotGiven(status: DisclosureValues["status"]): boolean {
  return status !== "given" && status !== "not_evaluable";
}

/** Filters contacts by how far rules could be evaluated on them. */
function readingTest(
  { integers: { reading } }: CaseTable["contacts"],
  wanted: ChildTraits["reading"],
): (place: number) => boolean {
  if (wanted === undefined) return () => true;
  if (wanted !== "unread") return (place) => contactReadings[reading[place] ?? 0] === wanted;
  return (place) => (reading[place] ?? 0) >= contactReadings.length - unreadReasons.length;
}

/** Filters contacts by their number in the case and by what followed. */
function stepTest(
  { first, count, caseKey, integers: { channel } }: CaseTable["contacts"],
  text: string | undefined,
): (place: number) => boolean {
  const step = text === undefined ? null : readContactStep(text);
  if (step === null) return () => true;
  const { number, on, then } = step;
  const isOn = (place: number, trait: readonly Channel[] | "any") =>
    trait === "any" || trait.includes(channels[channel[place] ?? 0] ?? "unknown");
  return (place) => {
    const key = caseKey[place] ?? 0;
    const at = place - (first[key] ?? 0) + 1;
    if (at !== number || !isOn(place, on)) return false;
    const isLast = at === count[key];
    if (then === undefined) return true;
    return then === "none" ? isLast : !isLast && isOn(place + 1, then);
  };
}

const unnamed = "none";

/** A release or a team as lists name it. */
export function filterName(name: string): string {
  return name === MISSING ? unnamed : name;
}

function hasNotes(acts: string, trait: (typeof noteTraits)[number]): boolean {
  switch (trait) {
    case "unseen":
      return acts === "unseen";
    case "seen":
      return acts !== "unseen";
    case "read":
    case "written":
      return acts === trait || acts === "both";
  }
}
