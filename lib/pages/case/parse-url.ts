import { z } from "zod";
import { defaultCaseQuery, type CaseQuery } from "./url";
import { scaleModes } from "./timeline/create-scale";
import {
  createFieldReader,
  type DroppedParam,
  type RawSearchParams,
} from "@/lib/format/address/field-reader";
import { listField } from "@/lib/format/address/list-field";

const fields = {
  part: z.tuple([z.coerce.number().int().min(1).max(1_000_000)]),
  item: z.tuple([z.string().regex(/^[a-z]\d{1,6}$/)]),
  scale: z.tuple([z.enum(scaleModes)]),
  fit: z.tuple([z.literal("all")]),
  list: listField,
};

/**
 * Reads the Case page's query string.
 * @returns the query, and the parameters that were unknown or unreadable and left out
 */
export function parseCaseParams(raw: RawSearchParams): {
  readonly query: CaseQuery;
  readonly dropped: readonly DroppedParam[];
} {
  const { read, dropped } = createFieldReader(raw, Object.keys(fields));
  const query: CaseQuery = {
    part: read("part", fields.part)?.[0] ?? defaultCaseQuery.part,
    item: read("item", fields.item)?.[0] ?? defaultCaseQuery.item,
    scale: read("scale", fields.scale)?.[0] ?? defaultCaseQuery.scale,
    isFitted: read("fit", fields.fit) !== null,
    list: read("list", fields.list)?.[0] ?? defaultCaseQuery.list,
  };
  return { query, dropped: dropped() };
}
