import type { Reach } from "./read-reach";

/** What the server in front of the app knows of itself. */
export type Edge = {
  readonly url: string;
  readonly reach: Reach;
  /** The values of Host it answers to. */
  readonly hosts: ReadonlySet<string>;
  /** How many proxies of ours stand in front of it. */
  readonly hops: number;
  /** Called once, when a proxy that the server was not told of passes a request on. */
  readonly onUncountedProxy: () => void;
};
