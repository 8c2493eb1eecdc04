import type { LabelPick } from "@/lib/domain/quality/label-pick";

/** The address of an evaluator's page. */
export function qualityHref(evaluator: string): string {
  return `/quality/${encodeURIComponent(evaluator)}`;
}

/** What a view of the queue of scores to label depends on. */
export type LabelQueueQuery = {
  readonly pick: LabelPick;
  /** Position in the queue, from 0. */
  readonly at: number;
};

export const defaultLabelQueueQuery: LabelQueueQuery = { pick: "random", at: 0 };

/** The address of a view of an evaluator's queue, with defaults left out. */
export function labelQueueHref(evaluator: string, { pick, at }: LabelQueueQuery): string {
  const search = new URLSearchParams();
  if (pick !== defaultLabelQueueQuery.pick) search.set("pick", pick);
  if (at !== defaultLabelQueueQuery.at) search.set("at", String(at));
  const text = search.toString();
  return `${qualityHref(evaluator)}/label${text === "" ? "" : `?${text}`}`;
}
