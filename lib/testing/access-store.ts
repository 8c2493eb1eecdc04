import { emptyLocation } from "@/lib/testing/empty-location";
import type { Database } from "@/lib/store/port";
import { openWriter } from "@/lib/store/open-database";

/** An empty store of accounts, in memory. */
export function openAccessStore(): Promise<Database> {
  return openWriter(emptyLocation(), 0, "access");
}

export const tester = { actor: "cli", network: "loopback" };
