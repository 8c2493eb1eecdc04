import type { Database } from "@/lib/store/port";
import { openWriter } from "@/lib/store/open-database";
import { emptyLocation } from "./postgres/folder-database";

/** An empty store of accounts. */
export async function openAccessStore(): Promise<Database> {
  return openWriter(await emptyLocation("access"), 0, "access");
}

export const tester = { actor: "cli", network: "loopback" };
