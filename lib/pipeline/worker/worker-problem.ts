/** Events of the log that tell of a failure of the writer or its threads. */
export type WriterFailure =
  | "body-not-stored"
  | "change-not-stored"
  | "writer-crashed"
  | "derivation-failed"
  | "alerts-failed";

/** A failure of the writer or its threads, and when it was; holds no personal data. */
export type WorkerProblem = {
  readonly message: string;
  readonly atUs: number;
  /** An empty queue then tells that it is over. */
  readonly isOfDerivation: boolean;
};
