import type { StorableSpan } from "@/lib/domain/trace/storable-span";
import type { SourceSpan } from "@/lib/domain/trace/span";
import type { IntakePreparation } from "./preparation";
import type { SpanItem } from "@/lib/ingest/prepare-item";
import { prepareItems } from "./prepare-items";
import type { Preparers } from "./start-preparers";

/** Spans of an input that are prepared in chunks, and given back in their order. */
export type SpanChunks = {
  /** Adds a span; a chunk that is full goes to be prepared. */
  readonly add: (item: SpanItem) => void;
  /** Has what was added prepared, though its chunk is not full. */
  readonly close: () => void;
  /** The spans of the oldest chunk; null: no more than `inHand` chunks are being prepared. */
  readonly take: (inHand: number) => Promise<readonly StorableSpan[]> | null;
  /** Chunks that keep every thread busy. */
  readonly inHandMax: number;
};

/** A chunk is full with either. */
const spansMax = 64;
const charactersMax = 200_000;
/** An input's first spans are prepared on this thread: to start others takes longer. */
const preparedHere = 128;

/** @param preparers threads for what follows the first spans; absent: all are prepared on this one */
export function createSpanChunks(
  preparation: IntakePreparation,
  preparers: Preparers | undefined,
): SpanChunks {
  const inHand: Promise<readonly StorableSpan[]>[] = [];
  let items: SpanItem[] = [];
  let [characters, added] = [0, 0];

  function close(): void {
    if (items.length === 0) return;
    const prepared =
      preparers === undefined || added <= preparedHere
        ? Promise.resolve(prepareItems(items, preparation))
        : preparers.prepare(items, preparation.settings);
    // A failure is reported by whoever takes it.
    prepared.catch(() => undefined);
    inHand.push(prepared);
    items = [];
    characters = 0;
  }

  return {
    add: (item) => {
      items.push(item);
      added += 1;
      characters += item.type === "span" ? countCharacters(item.span) : 0;
      if (items.length >= spansMax || characters >= charactersMax) close();
    },
    close,
    take: (most) => (inHand.length > most ? (inHand.shift() ?? null) : null),
    inHandMax: preparers === undefined ? 0 : 2 * preparers.threads,
  };
}

function countCharacters({ attributes }: SourceSpan): number {
  let characters = 0;
  for (const value of attributes.values()) {
    if (typeof value === "string") characters += value.length;
  }
  return characters;
}
