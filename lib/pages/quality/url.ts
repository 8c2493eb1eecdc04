import { labelPicks } from "@/lib/domain/quality/label-pick";
import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { integer, oneOf, param } from "@/lib/format/address/field";

/** The address of an evaluator's page. */
export function qualityHref(evaluator: string): string {
  return `/quality/${encodeURIComponent(evaluator)}`;
}

/** The query of the label queue. */
export const labelQueueCodec = createCodec({
  pick: param("pick", oneOf(labelPicks), "random"),
  /** Position in the queue, from 0. */
  at: param("at", integer(0, 10_000), 0),
});

export type LabelQueueQuery = QueryOf<typeof labelQueueCodec>;
export const defaultLabelQueueQuery = labelQueueCodec.defaultValue;

/** The address of a view of an evaluator's queue, with defaults left out. */
export function labelQueueHref(evaluator: string, query: LabelQueueQuery): string {
  return labelQueueCodec.href(`${qualityHref(evaluator)}/label`, query);
}
