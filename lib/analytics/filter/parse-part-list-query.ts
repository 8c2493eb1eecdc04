import { z } from "zod";
import { handoffKinds } from "@/lib/domain/case/case";
import { channels } from "@/lib/domain/trace/channel";
import { handoffParts } from "@/lib/domain/case/handoff-packet";
import { agentKinds } from "@/lib/domain/trace/identity";
import { promiseStates } from "@/lib/domain/case/case-promise";
import { receptions } from "../case-table/promise-table";
import { readContactStep } from "../facets/contact-step";
import { noteTraits, type PartTraits } from "../facets/part-traits";
import { readMetricChoice } from "./metric-choice";
import type { ListedThing, PartListQuery } from "./part-list-query";
import { parseCasesParams } from "./parse-cases-query";
import {
  createFieldReader,
  type DroppedParam,
  type RawSearchParams,
} from "@/lib/format/address/field-reader";

const traitNames = [
  "kind",
  "giver",
  "taker",
  "under",
  "takerTeam",
  "says",
  "notes",
  "ran",
  "step",
  "state",
  "heard",
] as const;
const names = ["metric", "on", "then", "page", ...traitNames] as const;
const fields = {
  metric: z.tuple([z.string().max(200)]),
  on: z.tuple([z.enum(channels)]),
  then: z.tuple([z.enum([...channels, "another case"])]),
  kind: z.tuple([z.enum(handoffKinds)]),
  giver: z.tuple([z.enum(agentKinds)]),
  taker: z.tuple([z.enum(agentKinds)]),
  under: z.tuple([z.string().min(1).max(200)]),
  takerTeam: z.tuple([z.string().min(1).max(200)]),
  says: z.tuple([z.enum(handoffParts)]),
  notes: z.tuple([z.enum(noteTraits)]),
  ran: z.tuple([z.string().min(1).max(200)]),
  step: z.tuple([
    z.string().refine((text) => readContactStep(text) !== null, "No contact is such a step."),
  ]),
  state: z.tuple([z.enum(promiseStates)]),
  heard: z.tuple([z.enum(receptions)]),
  page: z.tuple([z.coerce.number().int().min(1).max(1_000_000)]),
};

/**
 * Reads the query string of a list of contacts, handoffs or promises.
 * @returns the query, and the parameters that were unknown or unreadable and left out
 */
export function parsePartListParams(
  thing: ListedThing,
  raw: RawSearchParams,
): { readonly query: PartListQuery; readonly dropped: readonly DroppedParam[] } {
  const isOwn = (name: string) => names.some((each) => each === name);
  const entries = Object.entries(raw);
  const own = Object.fromEntries(entries.filter(([name]) => isOwn(name)));
  const ofCases = Object.fromEntries(entries.filter(([name]) => !isOwn(name)));
  const { read, dropped } = createFieldReader(own, names);
  const { query: cases, dropped: droppedOfCases } = parseCasesParams(ofCases);
  const metric = fields.metric.transform(([text], context) => {
    const choice = readMetricChoice(text, thing);
    if (choice !== null) return choice;
    context.addIssue("No metric of this has such a part.");
    return z.NEVER;
  });
  const traits = {
    kind: read("kind", fields.kind)?.[0],
    giver: read("giver", fields.giver)?.[0],
    taker: read("taker", fields.taker)?.[0],
    under: read("under", fields.under)?.[0],
    takerTeam: read("takerTeam", fields.takerTeam)?.[0],
    says: read("says", fields.says)?.[0],
    notes: read("notes", fields.notes)?.[0],
    ran: read("ran", fields.ran)?.[0],
    step: read("step", fields.step)?.[0],
    state: read("state", fields.state)?.[0],
    heard: read("heard", fields.heard)?.[0],
  };
  const query: PartListQuery = {
    thing,
    cases,
    metric: read("metric", metric),
    on: read("on", fields.on)?.[0] ?? null,
    to: read("then", fields.then)?.[0] ?? null,
    traits: givenOf(traits),
    page: read("page", fields.page)?.[0] ?? 1,
  };
  return { query, dropped: [...droppedOfCases, ...dropped()] };
}

/** Without those that nobody asked for. */
function givenOf(traits: {
  readonly [Name in keyof PartTraits]: PartTraits[Name] | undefined;
}): PartTraits {
  const { kind, giver, taker, under, takerTeam, says, notes, ran, step, state, heard } = traits;
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(giver === undefined ? {} : { giver }),
    ...(taker === undefined ? {} : { taker }),
    ...(under === undefined ? {} : { under }),
    ...(takerTeam === undefined ? {} : { takerTeam }),
    ...(says === undefined ? {} : { says }),
    ...(notes === undefined ? {} : { notes }),
    ...(ran === undefined ? {} : { ran }),
    ...(step === undefined ? {} : { step }),
    ...(state === undefined ? {} : { state }),
    ...(heard === undefined ? {} : { heard }),
  };
}
