import type { Reach } from "./read-reach";

/** Configuration of the edge server. */
export type Edge = {
  readonly url: string;
  readonly reach: Reach;
  /** Accepted values of Host. */
  readonly hosts: ReadonlySet<string>;
  /** Number of our own proxies in front. */
  readonly hops: number;
  /** Called once, when a request came through an undeclared proxy. */
  readonly onUncountedProxy: () => void;
  /** Whether bodies are refused because too many wait for the writer. */
  readonly isQueueFull: () => boolean;
};
