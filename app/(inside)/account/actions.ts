"use server";

import { endSessionOfMine } from "@/lib/auth/change-access";
import type { AccessOutcome } from "@/lib/domain/access-change";

/** Ends a session of one's own. */
export async function endOwn(input: unknown): Promise<AccessOutcome> {
  return endSessionOfMine(input);
}
