/**
 * A person's decision about where spans belong. It survives every rebuild:
 * it names traces and cases by their ids, never by surrogate keys.
 */
export type Override =
  /** Everything of `fromCaseId` is read as `toCaseId`'s; the first stays as a duplicate. */
  | { readonly kind: "merge"; readonly fromCaseId: string; readonly toCaseId: string }
  /**
   * The named span and all below it (the whole trace where `spanId` is null) belong to `toCaseId`.
   * A split is a reassignment of one contact's traces to a new case.
   */
  | {
      readonly kind: "reassign";
      readonly traceId: string;
      readonly spanId: string | null;
      readonly toCaseId: string;
    };
