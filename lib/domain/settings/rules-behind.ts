/** Cases whose disclosures were judged by rules of before, while a change of rules is being derived. */
export type RulesBehind = {
  /** Since when the first of them waits, microseconds since 1970; null where they are not enqueued yet. */
  readonly sinceUs: number | null;
  /** Null where the viewer sees a part of the cases only. */
  readonly cases: { readonly left: number; readonly total: number } | null;
};
