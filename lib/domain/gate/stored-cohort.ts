import type { Cohort } from "./cohort";

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
  /** The version before it, with one more case. */
  | { readonly kind: "added"; readonly to: number };

/** A cohort as it is listed. */
export type StoredCohort = {
  readonly id: number;
  readonly name: string;
  /** From 1. */
  readonly version: number;
  readonly sha256: string;
  /** Public id of who made it; null: a command. */
  readonly createdBy: string | null;
  /** Microseconds since 1970. */
  readonly createdUs: number;
  readonly origin: CohortOrigin;
  /** Items that were erased since. */
  readonly erased: number;
  readonly size: number;
};

/** A new version of a cohort; its items by id. */
export type NewCohort = Omit<StoredCohort, "id" | "version" | "erased" | "size" | "createdUs"> & {
  readonly items: Cohort["items"];
};
