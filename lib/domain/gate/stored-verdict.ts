/** One judging of a run by the gate. */
export type StoredVerdict = {
  readonly id: number;
  readonly run: string;
  readonly release: string;
  /** Hash of the cohort, and of the candidate's outcomes. */
  readonly cohort: string;
  readonly candidate: string;
  /** Microseconds since 1970. */
  readonly createdUs: number;
  /** One line as `formatRecord` writes it; null: somebody deleted it, and it still counts as an attempt. */
  readonly record: string | null;
  /** Public id of who deleted it. */
  readonly deletedBy: string | null;
  readonly deletedUs: number | null;
};

/** A judging without what it rests on. */
export type VerdictHead = Omit<StoredVerdict, "record"> & {
  /** Somebody deleted what it says. */
  readonly isDeleted: boolean;
};

/** A user's change of verdicts. */
export type VerdictChange = {
  readonly kind: "verdict-deleted";
  readonly id: number;
  /** Public id of who deletes it. */
  readonly actor: string;
};
