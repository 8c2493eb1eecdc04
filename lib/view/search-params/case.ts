import { z } from "zod";
import { defaultCaseQuery, type CaseQuery } from "../case-query";
import { createFieldReader, type RawSearchParams } from "./field-reader";

const part = z.tuple([z.coerce.number().int().min(1).max(1_000_000)]);

/**
 * Reads the Case page's query string.
 * @returns the query, and the names of the parameters that were unknown or unreadable and left out
 */
export function parseCaseParams(raw: RawSearchParams): {
  readonly query: CaseQuery;
  readonly dropped: readonly string[];
} {
  const { read, dropped } = createFieldReader(raw, ["part"]);
  const query = { part: read("part", part)?.[0] ?? defaultCaseQuery.part };
  return { query, dropped: dropped() };
}
