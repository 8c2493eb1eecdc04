import type { Database } from "@/lib/store/port";
import { openWriter } from "@/lib/store/sqlite";

/** An empty store of accounts, in memory. */
export function openAccessStore(): Promise<Database> {
  return openWriter(":memory:", 0, "access");
}

export const tester = { actor: "cli", network: "loopback" };
