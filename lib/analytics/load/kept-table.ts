import type { CaseTable } from "../case-table/case-table";
import type { LastChanges } from "../case-table/last-changes";
import type { CaseOwners } from "../case-table/visible-cases";
import type { CaseChangesReader, ChangesPosition } from "@/lib/store/cases/case-changes";
import type { Database } from "@/lib/store/port";

/** The table of a workspace's cases, with its caches. */
export type KeptTable = {
  readonly db: Database;
  /** Whether it is of an earlier instant than requests mostly ask for; it has no file of columns of its own. */
  readonly isPast: boolean;
  table: CaseTable;
  owners: CaseOwners;
  changes: LastChanges;
  /** Views by scope, the least recently used first. */
  readonly visible: Map<string, CaseTable>;
  /** Null until the file of columns was looked for. */
  read: CaseChangesReader | null;
  /** Up to where changes were read; null: nothing was. */
  position: ChangesPosition | null;
  /** The last refresh; the next one waits for it. */
  refreshed: Promise<void>;
  isFilled: boolean;
  ranks: { readonly membership: number; readonly places: Uint32Array } | null;
  /** The last few searches, each with the table's version. */
  readonly matches: Map<string, { readonly version: number; readonly bits: Uint8Array }>;
  readonly saving: Saving;
  /** The same cases at a much earlier instant, where one was requested. */
  past: KeptTable | null;
};

/** What is to be known for writing the file of columns. */
export type Saving = {
  /** Cases that were read and are not in the file. */
  unsaved: number;
  /** When it was last written, in milliseconds of `performance.now`. */
  savedMs: number;
  timer: NodeJS.Timeout | null;
  /** While the file is being written: whether it was. */
  running: Promise<boolean> | null;
};
