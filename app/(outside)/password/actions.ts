"use server";

import { headers } from "next/headers";
import { usePasswordLink, type PasswordChoice } from "@/lib/auth/choose-password";
import { foreignPageSentence, isOwnPage } from "@/lib/domain/is-own-page";

/** Sets the password of the account that a link is for. */
export async function choosePassword(input: unknown): Promise<PasswordChoice> {
  if (isOwnPage(await headers())) return usePasswordLink(input);
  return { isDone: false, field: null, sentence: foreignPageSentence };
}
