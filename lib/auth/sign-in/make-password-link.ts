import type { Account } from "@/lib/domain/people/account";
import type { Doer } from "@/lib/domain/people/audit";
import { nowUs } from "@/lib/clock/server";
import { addFirstAdminLink, addPasswordLink } from "@/lib/store/access/password-links";
import { accessDb } from "../access-db";
import { hashSecret, makeSecret } from "./secrets";
import { passwordLinkUs } from "./session-times";

/**
 * Creates a one-time link to choose a password; invalidates older ones.
 * @param url of this installation
 */
export async function makePasswordLink(
  { publicId }: Pick<Account, "publicId">,
  url: string,
  by: Doer,
): Promise<string> {
  const code = makeSecret();
  const now = nowUs();
  const link = { codeHash: hashSecret(code), publicId, expiresUs: now + passwordLinkUs };
  await addPasswordLink(await accessDb(), link, by, now);
  return hrefOf(url, code);
}

/** Creates the one-time link for the first admin; null if any account exists. */
export async function makeFirstAdminLink(url: string, by: Doer): Promise<string | null> {
  const code = makeSecret();
  const now = nowUs();
  const link = { codeHash: hashSecret(code), expiresUs: now + passwordLinkUs };
  return (await addFirstAdminLink(await accessDb(), link, by, now)) ? hrefOf(url, code) : null;
}

/** The code is in the URL fragment, which browsers do not send, so that no log holds it. */
function hrefOf(url: string, code: string): string {
  return new URL(`/password#code=${code}`, url).href;
}
