"use server";

import { changeOwnPassword, type PasswordChoice } from "@/lib/auth/sign-in/choose-password";
import { endSessionOfMine } from "@/lib/auth/change-access";
import type { AccessOutcome } from "@/lib/domain/people/access-change";

/** Ends one of the viewer's sessions. */
export async function endOwn(input: unknown): Promise<AccessOutcome> {
  return endSessionOfMine(input);
}

/** Changes the viewer's password. */
export async function changeOwn(input: unknown): Promise<PasswordChoice> {
  return changeOwnPassword(input);
}
