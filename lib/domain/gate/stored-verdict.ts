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
  readonly signOff: SignOff | null;
};

/** A person's word that a release may ship though its verdict is not proven. */
export type SignOff = {
  /** Public id of who gave it. */
  readonly by: string;
  readonly name: string;
  readonly atUs: number;
  /** Masked. */
  readonly reason: string;
  /** Of the run, cohort and record that were signed off; see `hashSigned`. */
  readonly hash: string;
};

export const signOffReasonMax = 500;
export const signOffNameMax = 100;

/** A judging without what it rests on. */
export type VerdictHead = Omit<StoredVerdict, "record"> & {
  /** Somebody deleted what it says. */
  readonly isDeleted: boolean;
};

/** A user's change of verdicts. */
export type VerdictChange =
  | {
      readonly kind: "verdict-deleted";
      readonly id: number;
      /** Public id of who deletes it. */
      readonly actor: string;
    }
  | {
      readonly kind: "verdict-signed-off";
      readonly id: number;
      /** Public id and name of who signs it off. */
      readonly actor: string;
      readonly name: string;
      readonly reason: string;
    };
