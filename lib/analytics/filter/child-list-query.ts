import { handoffKinds } from "@/lib/domain/case/case";
import { promiseStates } from "@/lib/domain/case/case-promise";
import { handoffTopics } from "@/lib/domain/case/handoff-packet";
import { reviewStates } from "@/lib/domain/quality/disclosure-review";
import { severities } from "@/lib/domain/disclosures/severity";
import { channels } from "@/lib/domain/trace/channel";
import { agentKinds } from "@/lib/domain/trace/identity";
import { agentsValues } from "../facets/case-facets";
import { personalPlaces, piiKinds, sensitivities } from "@/lib/domain/privacy/personal-values";
import { receptions } from "../case-table/promise-table";
import type { Listed } from "../facets/dimension-groups";
import { readContactStep } from "../facets/contact-step";
import {
  arrivals,
  foundValues,
  noteTraits,
  readingTraits,
  type ChildTraits,
} from "../facets/child-traits";
import { daysParam } from "./days";
import { casesCodec, createCasesCodec, defaultCasesQuery, type CasesQuery } from "./cases-query";
import { metricChoice } from "./metric-choice";
import { defaultPeriod } from "./period";
import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import {
  oneOf,
  optional,
  param,
  position,
  single,
  text,
  type Field,
  type ParamType,
} from "@/lib/format/address/field";

/** The entities with lists of their own besides cases. */
export const listedThings = [
  "contacts",
  "handoffs",
  "promises",
  "disclosures",
  "pii",
] as const satisfies readonly Listed[];
export type ListedThing = (typeof listedThings)[number];

/** A channel, or that the customer was back in another case. */
const nextChannels = [...channels, "another case"] as const;
export type NextChannel = (typeof nextChannels)[number];

const cases = createCasesCodec(
  casesCodec.names.filter((name) => name !== "metric" && name !== "page"),
  defaultPeriod,
);

/** The filters of a query of cases; its sorting and columns are ignored. */
function filtersOf({ facets, text, period }: CasesQuery): CasesQuery {
  return { ...defaultCasesQuery, facets, text, period };
}

const name = text({ min: 1 });
const traitTypes: {
  readonly [Name in keyof ChildTraits]-?: ParamType<NonNullable<ChildTraits[Name]>>;
} = {
  kind: oneOf(handoffKinds),
  giver: oneOf(agentKinds),
  taker: oneOf(agentKinds),
  under: name,
  takerTeam: name,
  says: oneOf(handoffTopics),
  notes: oneOf(noteTraits),
  ran: name,
  reading: oneOf(readingTraits),
  days: daysParam,
  step: single((given) => (readContactStep(given) === null ? undefined : given)),
  state: oneOf(promiseStates),
  heard: oneOf(receptions),
  rule: name,
  found: oneOf(foundValues),
  by: oneOf(agentsValues),
  review: oneOf(reviewStates),
  arrived: oneOf(arrivals),
  sensitivity: oneOf(sensitivities),
  kindOf: oneOf(piiKinds),
  place: oneOf(personalPlaces),
  source: name,
  sent: name,
  each: oneOf(["span"]),
  reviewer: name,
  severity: oneOf(severities),
};
const traitNames = Object.keys(traitTypes) as (keyof ChildTraits)[];

const traits: Field<ChildTraits> = {
  names: traitNames,
  defaultValue: {},
  read: (read) => {
    const given = traitNames.map((each) => [each, read<string>(each, traitTypes[each])]);
    // Each was read as its own type.
    return Object.fromEntries(given.filter(([, value]) => value !== undefined)) as ChildTraits;
  },
  write: (chosen, add) => {
    for (const each of traitNames) if (chosen[each] !== undefined) add(each, chosen[each]);
  },
};

function createChildListCodec(thing: ListedThing) {
  return createCodec({
    thing: { names: [], defaultValue: thing, read: () => thing, write: () => undefined },
    cases: {
      ...cases,
      read: (read) => filtersOf(cases.read(read)),
      write: (query, add) => {
        cases.write(filtersOf(query), add);
      },
    },
    /** A subset of a metric of this entity; null: all rows. */
    metric: optional("metric", metricChoice(thing)),
    /** A contact's channel, the channel that a handoff leaves, the one of a promise, a disclosure or a personal value; null: any. */
    on: optional("on", oneOf(channels)),
    /** The channel of the return, the one that a handoff leads to, or the one where a promise came up. */
    to: optional("then", oneOf(nextChannels)),
    /** More filters; absent: any. */
    traits,
    /** From 1. */
    page: param("page", position, 1),
  });
}

/** A list of contacts, handoffs, promises, disclosures or personal values. */
export const childListCodecs = {
  contacts: createChildListCodec("contacts"),
  handoffs: createChildListCodec("handoffs"),
  promises: createChildListCodec("promises"),
  disclosures: createChildListCodec("disclosures"),
  pii: createChildListCodec("pii"),
};
export type ChildListQuery = QueryOf<typeof childListCodecs.contacts>;

/** A list's query; absent fields have the codec's default. */
export type ChildListTarget = Pick<ChildListQuery, "thing" | "cases"> & Partial<ChildListQuery>;

/** The address of such a list, with defaults left out. */
export function childListHref(view: ChildListTarget): string {
  const { href, defaultValue } = childListCodecs[view.thing];
  return href(`/lists/${view.thing}`, { ...defaultValue, ...view });
}

/** The address of everything it lists, all pages, as CSV. */
export function childListCsvHref(view: ChildListTarget): string {
  const { href, defaultValue } = childListCodecs[view.thing];
  return href(`/lists/${view.thing}/csv`, { ...defaultValue, ...view, page: 1 });
}
