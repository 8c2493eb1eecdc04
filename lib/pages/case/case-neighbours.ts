/** A case's position in the list the viewer came from. */
export type CaseNeighbours = {
  readonly previous: string | null;
  readonly next: string | null;
  /** From 1. */
  readonly position: number;
  readonly total: number;
};
