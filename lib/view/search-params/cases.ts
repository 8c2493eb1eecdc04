import { z } from "zod";
import { channels } from "@/lib/domain/channel";
import { outcomes } from "@/lib/domain/outcome";
import { caseSortKeys, defaultCasesQuery, type CasesQuery } from "../cases-query";
import { createFieldReader, type RawSearchParams } from "./field-reader";

const maxTextLength = 200;

const fields = {
  channel: z.array(z.enum(channels)),
  outcome: z.array(z.enum(outcomes)),
  q: z.tuple([z.string().trim().max(maxTextLength)]),
  sort: z.tuple([z.enum(caseSortKeys)]),
  dir: z.tuple([z.enum(["asc", "desc"])]),
  page: z.tuple([z.coerce.number().int().min(1).max(1_000_000)]),
};

/**
 * Reads the Cases page's query string.
 * @returns the query, and the names of the parameters that were unknown or unreadable and left out
 */
export function parseCasesParams(raw: RawSearchParams): {
  readonly query: CasesQuery;
  readonly dropped: readonly string[];
} {
  const { read, dropped } = createFieldReader(raw, Object.keys(fields));
  const chosenChannels = read("channel", fields.channel);
  const chosenOutcomes = read("outcome", fields.outcome);
  const query: CasesQuery = {
    channels: channels.filter((channel) => chosenChannels?.includes(channel)),
    outcomes: outcomes.filter((outcome) => chosenOutcomes?.includes(outcome)),
    text: read("q", fields.q)?.[0] ?? defaultCasesQuery.text,
    sort: read("sort", fields.sort)?.[0] ?? defaultCasesQuery.sort,
    direction: read("dir", fields.dir)?.[0] ?? defaultCasesQuery.direction,
    page: read("page", fields.page)?.[0] ?? defaultCasesQuery.page,
  };
  return { query, dropped: dropped() };
}
