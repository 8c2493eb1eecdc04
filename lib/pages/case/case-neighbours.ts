/** A case's place in the list one came from. */
export type CaseNeighbours = {
  readonly previous: string | null;
  readonly next: string | null;
  /** From 1. */
  readonly position: number;
  readonly total: number;
};
