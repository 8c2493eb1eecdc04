import type { CohortOrigin } from "./stored-cohort";

/** More cases than this are no cohort that a team replays for each release. */
export const cohortSizeMax = 2_000;
export const cohortNameMax = 100;
export const expectedMax = 200;

/** A user's change of cohorts. */
export type CohortChange =
  | {
      readonly kind: "cohort-made";
      readonly name: string;
      readonly origin: Extract<CohortOrigin, { readonly kind: "filter" | "sample" }>;
      /** Each once. */
      readonly caseIds: readonly string[];
      /** Public id of who made it. */
      readonly actor: string;
    }
  | {
      readonly kind: "cohort-case-added";
      readonly name: string;
      readonly caseId: string;
      /** What should come of the case, in words. */
      readonly expected: string;
      readonly actor: string;
    };
