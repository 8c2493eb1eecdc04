/** One body of spans on its way to the worker. */
export type TracesJob = {
  readonly type: "traces";
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly encoding: "json" | "protobuf";
};

export type WorkerRequest = TracesJob;

/** What became of one body. Sent when its spans are committed. */
export type SubmitResult = {
  readonly accepted: number;
  readonly duplicate: number;
  readonly rejected: number;
  /** The first reasons for refusal, without personal data. */
  readonly firstReasons: readonly string[];
  /** True where nothing of the body could be read. */
  readonly isUndecodable: boolean;
};

/** Something that went wrong and will be tried again; its words hold no personal data. */
export type WorkerProblem = {
  readonly type: "problem";
  readonly message: string;
  /** Microseconds since 1970. */
  readonly atUs: number;
};

export type WorkerReply =
  | { readonly type: "done"; readonly id: number; readonly result: SubmitResult }
  | { readonly type: "busy"; readonly id: number; readonly message: string }
  | { readonly type: "failed"; readonly id: number; readonly message: string };
