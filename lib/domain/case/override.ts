/**
 * A user's decision about which case spans belong to. It refers to traces and cases by external ids, so it survives
 * rebuilds.
 */
export type Override =
  /** All spans of `fromCaseId` are read as `toCaseId`'s; the former stays as a duplicate. */
  | { readonly kind: "merge"; readonly fromCaseId: string; readonly toCaseId: string }
  /**
   * The span's subtree (the whole trace if `spanId` is null) belongs to `toCaseId`. A split is this for one contact's
   * traces and a new case.
   */
  | {
      readonly kind: "reassign";
      readonly traceId: string;
      readonly spanId: string | null;
      readonly toCaseId: string;
    };
