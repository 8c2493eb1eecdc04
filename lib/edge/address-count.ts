/** Counts what each address has open at a time, up to a limit. */
export type AddressCount = {
  /** Counts one more. @returns false, and counts nothing, where the address has as many as it may */
  readonly take: (address: string) => boolean;
  /** Counts one less. */
  readonly give: (address: string) => void;
};

/** @param limitOf how many an address may have open */
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

/** Whether an address is this machine's own, as a proxy's beside the server is. */
export function isLoopbackAddress(address: string): boolean {
  return /^(?:::ffff:)?127\.|^::1$/u.test(address);
}
