import { z } from "zod";
import { channels } from "@/lib/domain/channel";
import { readMetricChoice } from "../metric-choice";
import type { ListedThing, PartListQuery } from "../part-list-query";
import { parseCasesParams } from "./cases";
import { createFieldReader, type DroppedParam, type RawSearchParams } from "./field-reader";

const names = ["metric", "on", "then", "page"] as const;
const fields = {
  metric: z.tuple([z.string().max(200)]),
  on: z.tuple([z.enum(channels)]),
  then: z.tuple([z.enum([...channels, "another case"])]),
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
  const query: PartListQuery = {
    thing,
    cases,
    metric: read("metric", metric),
    on: read("on", fields.on)?.[0] ?? null,
    to: read("then", fields.then)?.[0] ?? null,
    page: read("page", fields.page)?.[0] ?? 1,
  };
  return { query, dropped: [...droppedOfCases, ...dropped()] };
}
