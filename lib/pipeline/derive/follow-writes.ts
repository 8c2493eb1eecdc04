import { setTimeout as wait } from "node:timers/promises";
import { readSequence } from "@/lib/store/cases/changed-since";
import type { Database } from "@/lib/store/port";

/** Between two looks at the sequence, which every write raises: microseconds of work. */
const lookMs = 15;
/** Nobody waits longer, whatever the sequence says. */
const idleMs = 250;

/** Waits for writes of any process. */
export type Writes = {
  /** The sequence's value as of now: what is written from here on ends the next wait. */
  readonly begin: () => Promise<number>;
  /** Resolves once something was written, or after a quarter of a second; null: at the next look. */
  readonly next: (known: number | null) => Promise<void>;
};

/** Follows a workspace's writes: those it is told of, or by looking at the sequence. */
export function followWrites(db: Database): Writes {
  let isWritten = false;
  let wake: () => void = () => undefined;
  db.onWrite?.(() => {
    isWritten = true;
    wake();
  });
  return {
    begin: () => {
      isWritten = false;
      return readSequence(db);
    },
    next: async (known) => {
      if (db.onWrite === null || known === null) await nextLook(db, known);
      else if (!isWritten) {
        const written = new Promise<void>((resolve) => (wake = resolve));
        await Promise.race([written, wait(idleMs)]);
      }
    },
  };
}

async function nextLook(db: Database, known: number | null): Promise<void> {
  const endMs = performance.now() + idleMs;
  do await wait(lookMs);
  while (known !== null && performance.now() < endMs && (await sequenceNow(db, known)) === known);
}

/** A look that fails is repeated where failures are reported. */
function sequenceNow(db: Database, known: number): Promise<number> {
  return readSequence(db).catch(() => known + 1);
}
