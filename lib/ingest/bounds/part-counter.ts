/** What one body may hold at most beside its bytes: decoding takes memory by the number of parts, however short. */
export type BodyBounds = {
  /** Objects and lists of JSON, or messages of protobuf. */
  readonly parts: number;
  /** Those of a single span or log record. */
  readonly ofSpan: number;
  /** Spans and log records. */
  readonly spans: number;
  /** Levels of objects and lists, or of messages. */
  readonly depth: number;
};

/** Counts the parts of a body as its bytes arrive, split anywhere, before anything is decoded. */
export type PartCounter = {
  readonly push: (bytes: Uint8Array) => void;
  readonly counts: () => BodyBounds;
};
