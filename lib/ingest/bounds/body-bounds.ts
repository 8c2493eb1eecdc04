import { createJsonCounter } from "./json-counter";
import type { BodyBounds } from "./part-counter";
import { createProtobufCounter } from "./protobuf-counter";

/** 64 MiB of spans with short attributes have two thirds of these parts, with ordinary ones a tenth. */
const bodyBounds: BodyBounds = {
  parts: 3_000_000,
  ofSpan: 200_000,
  spans: 500_000,
  depth: 1_000_000,
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
    const { parts, ofSpan, spans, depth } = counter.counts();
    if (spans > bounds.spans) return tooMany(bounds.spans, "spans or log records");
    if (parts > bounds.parts) return tooMany(bounds.parts, "objects and lists");
    if (ofSpan > bounds.ofSpan) return tooMany(bounds.ofSpan, "objects and lists in one span");
    if (depth > bounds.depth) return tooMany(bounds.depth, "levels of objects and lists");
    return null;
  };
}

function tooMany(most: number, what: string): string {
  const number = most.toLocaleString("en-US");
  return `The body has more than ${number} ${what}; send smaller batches.`;
}
