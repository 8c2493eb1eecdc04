/** A cohort on the list of cohorts, by its latest version. */
export type CohortLine = {
  readonly name: string;
  readonly href: string;
  readonly version: number;
  /** "200 cases" */
  readonly size: string;
  /** "140 of 200 (70%)" */
  readonly crossChannel: string;
  /** "All cases of a list" */
  readonly origin: string;
  /** "a command", or a person's name. */
  readonly madeBy: string;
  /** Microseconds since 1970. */
  readonly madeUs: number;
  /** Runs of any version. */
  readonly runs: string;
};

/** The model of the list of cohorts, the one with the latest version first. */
export type CohortsModel = { readonly lines: readonly CohortLine[] };
