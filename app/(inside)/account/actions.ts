"use server";

import { changeOwnPassword, type PasswordChoice } from "@/lib/auth/sign-in/choose-password";
import { endSessionOfMine } from "@/lib/auth/change-access";
import type { AccessOutcome } from "@/lib/domain/people/access-change";

/** Ends a session of one's own. */
export async function endOwn(input: unknown): Promise<AccessOutcome> {
  return endSessionOfMine(input);
}

/** Changes one's own password. */
export async function changeOwn(input: unknown): Promise<PasswordChoice> {
  return changeOwnPassword(input);
}
