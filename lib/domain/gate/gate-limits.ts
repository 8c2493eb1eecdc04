/**
 * With fewer cases, or fewer over two channels where those count, a gate's verdict is INVALID; with fewer labels of
 * either kind, resolved and not, nothing is proven.
 */
export const gateLimits = { items: 200, crossChannel: 100, labels: 50 } as const;
