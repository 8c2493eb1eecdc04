import { createJsonCounter } from "./json-counter";
import { createProtobufCounter } from "./protobuf-counter";

/** What one body may hold at most beside its bytes: decoding takes memory by the number of parts, however short. */
export type BodyBounds = {
  /** Objects and lists of JSON, or messages of protobuf. */
  readonly parts: number;
  /** Spans and log records. */
  readonly spans: number;
  /** Levels of objects and lists, or of messages. */
  readonly depth: number;
};

/** 64 MiB of spans with short attributes have two thirds of these parts, with ordinary ones a tenth. */
export const bodyBounds: BodyBounds = { parts: 3_000_000, spans: 500_000, depth: 200_000 };

/** Counts the parts of a body as its bytes arrive, split anywhere, before anything is decoded. */
export type PartCounter = {
  readonly push: (bytes: Uint8Array) => void;
  readonly counts: () => BodyBounds;
};

/**
 * Creates a check of a body's bounds. Bytes that are no JSON or protobuf are counted as far as they look like it; that
 * they are none is found when they are decoded.
 * @returns a function of each chunk of bytes in their order: one sentence about what is too much, or null
 */
export function createBoundsCheck(
  encoding: "json" | "protobuf",
  bounds = bodyBounds,
): (bytes: Uint8Array) => string | null {
  const counter = encoding === "json" ? createJsonCounter() : createProtobufCounter();
  return (bytes) => {
    counter.push(bytes);
    const { parts, spans, depth } = counter.counts();
    if (spans > bounds.spans) return tooMany(bounds.spans, "spans or log records");
    if (parts > bounds.parts) return tooMany(bounds.parts, "objects and lists");
    if (depth > bounds.depth) return tooMany(bounds.depth, "levels of objects and lists");
    return null;
  };
}

function tooMany(most: number, what: string): string {
  const number = most.toLocaleString("en-US");
  return `The body has more than ${number} ${what}; send smaller batches.`;
}
