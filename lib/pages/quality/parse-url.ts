import { z } from "zod";
import { labelPicks } from "@/lib/domain/quality/label-pick";
import { defaultLabelQueueQuery, type LabelQueueQuery } from "./url";
import {
  createFieldReader,
  type DroppedParam,
  type RawSearchParams,
} from "@/lib/format/address/field-reader";

const pick = z.tuple([z.enum(labelPicks)]);
const at = z.tuple([z.coerce.number().int().min(0).max(10_000)]);

/**
 * Reads the query string of the queue of scores to label.
 * @returns the query, and the parameters that were unknown or unreadable and left out
 */
export function parseLabelQueueParams(raw: RawSearchParams): {
  readonly query: LabelQueueQuery;
  readonly dropped: readonly DroppedParam[];
} {
  const { read, dropped } = createFieldReader(raw, ["pick", "at"]);
  const query = {
    pick: read("pick", pick)?.[0] ?? defaultLabelQueueQuery.pick,
    at: read("at", at)?.[0] ?? defaultLabelQueueQuery.at,
  };
  return { query, dropped: dropped() };
}
