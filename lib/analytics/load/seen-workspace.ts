import type { Scope } from "@/lib/domain/people/permission";

/** A workspace's file with the scope of its visible cases. */
export type SeenWorkspace = {
  readonly path: string;
  /** The scope; null: every case. It is always explicit: no query has a scope of its own. */
  readonly scope: Scope | null;
};
