/** With fewer cases, or fewer over two channels where those count, a gate's verdict is INVALID. */
export const gateLimits = { items: 200, crossChannel: 100 } as const;
