import { isDomainError } from "@/lib/domain/domain-error";
import type { StorableSpan } from "@/lib/domain/trace/storable-span";
import type { EventPreparation } from "@/lib/ingest/prepare-event";
import { sealableItem } from "@/lib/ingest/originals/sealable-item";
import type { SpanItem } from "@/lib/ingest/prepare-item";
import { logEvent } from "@/lib/log/log-event";
import { readOriginalsKey } from "./originals-key";
import { openBox, sealItem, type BoxIds } from "./seal";

/** What seals and opens originals with a data folder's key, which is read at first use. */
export type Originals = {
  /** @returns null where nothing may or can be kept of it */
  readonly seal: (
    item: SpanItem,
    prepared: StorableSpan,
    preparation: EventPreparation,
  ) => Uint8Array | null;
  /** @returns null where it cannot be opened with this key */
  readonly open: (box: Uint8Array, ids: BoxIds) => SpanItem | null;
  /** Why nothing can be sealed or opened, as a sentence; null: there is a key. */
  readonly problem: () => string | null;
};

/** How long a key that cannot be read is not asked for again, milliseconds. */
const retryMs = 60_000;

export function createOriginals(folder: string): Originals {
  let key: Buffer | null = null;
  let problem: string | null = null;
  let triedMs = -Infinity;

  function findKey(): Buffer | null {
    if (key !== null || performance.now() - triedMs < retryMs) return key;
    triedMs = performance.now();
    try {
      key = readOriginalsKey(folder);
      problem = null;
    } catch (error) {
      // What arrives is stored all the same: without an original.
      problem = isDomainError(error) ? error.message : "The key of originals cannot be read.";
      logEvent("originals-unsealed", { why: problem });
    }
    return key;
  }

  return {
    seal(item, prepared, preparation) {
      const found = findKey();
      const kept = found === null ? null : sealableItem(item, prepared, preparation);
      return found === null || kept === null ? null : sealItem(kept, prepared, found);
    },
    open(box, ids) {
      const found = findKey();
      return found === null ? null : openBox(box, ids, found);
    },
    problem: () => (findKey() === null ? problem : null),
  };
}
