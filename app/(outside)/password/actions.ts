"use server";

import { headers } from "next/headers";
import {
  followLink,
  usePasswordLink,
  type PasswordChoice,
} from "@/lib/auth/sign-in/choose-password";
import { foreignPageSentence, isOwnPage } from "@/lib/domain/people/is-own-page";
import type { LinkStep } from "@/lib/domain/people/password-link";

/** Sets the password of the account that a link is for. */
export async function choosePassword(input: unknown): Promise<PasswordChoice> {
  if (isOwnPage(await headers())) return usePasswordLink(input);
  return { isDone: false, field: null, sentence: foreignPageSentence };
}

/** Resolves a link's code; without JavaScript it also sets the password. */
export async function followStep(_: unknown, form: unknown): Promise<LinkStep> {
  const isReadable = form instanceof FormData && isOwnPage(await headers());
  return isReadable ? followLink(form) : { kind: "code" };
}
