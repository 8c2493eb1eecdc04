import type { CohortItem, FrozenCohort } from "./cohort";

/** Where the items of a cohort's version are from. */
export type CohortOrigin =
  /** Cases of a list, by its address. */
  | { readonly kind: "filter"; readonly search: string }
  | { readonly kind: "ids" }
  /** Drawn from a filter's cases. */
  | {
      readonly kind: "sample";
      readonly by: "strata" | "risk";
      readonly search: string;
      readonly seed: number;
    }
  | { readonly kind: "import"; readonly file: string }
  /** A version before it, with the actions of a run as those that are expected. */
  | { readonly kind: "expected"; readonly run: string; readonly of: number }
  /** The version before it, with one more case. */
  | { readonly kind: "added"; readonly to: number };

/** A version of a cohort as it is listed. */
export type CohortVersion = Pick<FrozenCohort, "name" | "version" | "sha256"> & {
  readonly id: number;
  /** Public id of who made it; null: a command. */
  readonly createdBy: string | null;
  /** Microseconds since 1970. */
  readonly createdUs: number;
  readonly origin: CohortOrigin;
  /** Items that were erased since. */
  readonly erased: number;
  readonly size: number;
};

/** A version of a cohort with its items by id. */
export type StoredCohort = CohortVersion & { readonly items: readonly CohortItem[] };
