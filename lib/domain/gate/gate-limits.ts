/**
 * With fewer cases, or fewer over two channels where those count, a gate's verdict is INVALID; with fewer labels of
 * either kind, resolved and not, nothing is proven; fewer cases that were repeated say nothing of the flip rate,
 * and with a larger flip rate a single run proves nothing.
 */
export const gateLimits = {
  items: 200,
  crossChannel: 100,
  labels: 50,
  repeated: 30,
  flipRate: 0.05,
} as const;
