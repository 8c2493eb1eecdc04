/** Counts open connections or requests per address, up to a limit. */
export type AddressCount = {
  /**
   * Adds one.
   * @returns false, without adding, at the limit
   */
  readonly take: (address: string) => boolean;
  /** Removes one. */
  readonly give: (address: string) => void;
};

/** @param limitOf the limit of an address */
export function countByAddress(limitOf: (address: string) => number): AddressCount {
  const open = new Map<string, number>();
  return {
    take: (address) => {
      const count = open.get(address) ?? 0;
      if (count >= limitOf(address)) return false;
      open.set(address, count + 1);
      return true;
    },
    give: (address) => {
      const count = (open.get(address) ?? 1) - 1;
      if (count === 0) open.delete(address);
      else open.set(address, count);
    },
  };
}

/** Whether an address is this machine's own, e.g. a proxy's on the same machine. */
export function isLoopbackAddress(address: string): boolean {
  return /^(?:::ffff:)?127\.|^::1$/u.test(address);
}
