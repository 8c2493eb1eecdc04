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
  /**
   * Whether a further body is refused because too many wait for the writer.
   * @param inHand how many bodies were accepted and are not answered yet
   */
  readonly isQueueFull: (inHand: number) => boolean;
};
