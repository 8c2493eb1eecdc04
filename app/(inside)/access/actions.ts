"use server";

import { changeAccess } from "@/lib/auth/change-access";
import type { AccessOutcome } from "@/lib/domain/people/access-change";

/** Adds, changes and ends accounts, sessions and tokens. */
export async function change(input: unknown): Promise<AccessOutcome> {
  return changeAccess(input);
}
