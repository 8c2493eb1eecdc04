import type { Account } from "@/lib/domain/people/account";
import type { Doer } from "@/lib/domain/people/audit";
import { nowUs } from "@/lib/pipeline/worker/clock";
import { addFirstAdminLink, addPasswordLink } from "@/lib/store/access/password-links";
import { accessDb } from "../access-db";
import { hashSecret, makeSecret } from "./secrets";
import { passwordLinkUs } from "./session-times";

/** The link by which an account chooses a password, once; older ones end. @param url of this installation */
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

/** The link that makes the first admin, once; null where somebody has an account. */
export async function makeFirstAdminLink(url: string, by: Doer): Promise<string | null> {
  const code = makeSecret();
  const now = nowUs();
  const link = { codeHash: hashSecret(code), expiresUs: now + passwordLinkUs };
  return (await addFirstAdminLink(await accessDb(), link, by, now)) ? hrefOf(url, code) : null;
}

/** The code stands behind the #: browsers keep it to themselves, so that no log on the way has it. */
function hrefOf(url: string, code: string): string {
  return new URL(`/password#code=${code}`, url).href;
}
