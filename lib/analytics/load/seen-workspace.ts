import type { Scope } from "@/lib/domain/people/permission";

/** A workspace's file and what of its cases somebody sees. */
export type SeenWorkspace = {
  readonly path: string;
  /** Null where every case is seen. Whoever asks says so: no question has a scope of its own. */
  readonly scope: Scope | null;
};
