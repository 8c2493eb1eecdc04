import type { StorableSpan } from "@/lib/domain/trace/storable-span";
import type { Attributes, AttributeValue, SourceSpan } from "@/lib/domain/trace/span";
import type { IntakePreparation } from "./preparation";
import type { SpanItem } from "@/lib/ingest/prepare-item";
import { prepareItems } from "./prepare-items";
import type { Preparers } from "./threads/start-preparers";

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

/** A chunk is full with either; it takes a quarter of a second where its texts are full of names. */
const spansMax = 64;
const charactersMax = 64_000;

/** Where spans are prepared. */
export type Preparing = {
  /** Threads; absent: all are prepared on this one. */
  readonly preparers?: Preparers;
  /** Whose spans they are, for a fair share of the threads; absent: there is nobody else. */
  readonly owner?: string;
};

/** Where nobody else waits, an input's first spans are prepared on this thread: to start others takes longer. */
const preparedHere = 128;

export function createSpanChunks(
  preparation: IntakePreparation,
  { preparers, owner }: Preparing,
): SpanChunks {
  const inHand: Promise<readonly StorableSpan[]>[] = [];
  let items: SpanItem[] = [];
  let [characters, added] = [0, 0];

  function close(): void {
    if (items.length === 0) return;
    const prepared =
      preparers === undefined || (owner === undefined && added <= preparedHere)
        ? Promise.resolve(prepareItems(items, preparation))
        : preparers.prepare(items, preparation.settings, owner ?? "", characters);
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
      characters += item.type === "span" ? countCharacters(item.span) : item.event.source.length;
      if (items.length >= spansMax || characters >= charactersMax) close();
    },
    close,
    take: (most) => (inHand.length > most ? (inHand.shift() ?? null) : null),
    inHandMax: preparers === undefined ? 0 : 2 * preparers.threads,
  };
}

function countCharacters({ attributes, events }: SourceSpan): number {
  return events.reduce((sum, event) => sum + countIn(event.attributes), countIn(attributes));
}

function countIn(attributes: Attributes): number {
  let characters = 0;
  for (const value of attributes.values()) characters += lengthOf(value);
  return characters;
}

function lengthOf(value: AttributeValue): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce<number>((sum, each) => sum + lengthOf(each), 0);
}
