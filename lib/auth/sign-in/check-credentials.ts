import type { Account } from "@/lib/domain/people/account";
import { nowUs } from "@/lib/clock/server";
import { findPassword } from "@/lib/store/access/accounts";
import { addRefusal } from "@/lib/store/access/refusals";
import { forgiveTries, takeTry } from "@/lib/store/access/sign-in-tries";
import { accessDb } from "../access-db";
import { deviceOfAccount } from "./device-cookie";
import { isPassword } from "./password";
import { sessionSecret } from "./secrets";
import { deviceKey, signInKeys } from "./sign-in-keys";

export type CredentialsCheck =
  | { readonly isRight: true; readonly account: Account }
  /** `waitSeconds`: delay before the next attempt; 0 for none. */
  | { readonly isRight: false; readonly waitSeconds: number };

/** Origin of an attempt. `device`: the browser's device cookie. */
export type TrySource = { readonly network: string; readonly device: string | null };

/**
 * Checks an e-mail address and a password. Unknown, disabled and password-less accounts are indistinguishable to the
 * sender: same work, same counting, same answer. Attempts from a browser with which the account signed in before are
 * counted separately.
 */
export async function checkCredentials(
  { email, password }: Readonly<Record<"email" | "password", string>>,
  { network, device }: TrySource,
): Promise<CredentialsCheck> {
  const db = await accessDb();
  const { here, name, from } = signInKeys(email, network);
  const known = deviceOfAccount(device, email, sessionSecret());
  const own = known === null ? null : deviceKey(email, known);
  const waitUs = await takeTry(db, own === null ? [here, name, from] : [own], nowUs());
  if (waitUs > 0) return { isRight: false, waitSeconds: Math.ceil(waitUs / 1_000_000) };
  const found = await findPassword(db, email);
  const isRight = await isPassword(password, found?.passwordHash ?? null);
  if (isRight && found?.account.disabledUs === null) {
    const forgiven =
      own === null
        ? { names: [here.key, name.key], network: from.key }
        : { names: [own.key], network: null };
    await forgiveTries(db, forgiven);
    return { isRight: true, account: found.account };
  }
  const entry = {
    actor: "nobody",
    network,
    workspace: null,
    target: found?.account.publicId ?? name.key,
  } as const;
  const failure = { ...entry, action: "sign-in-failed", before: null, after: null } as const;
  await addRefusal(db, failure, nowUs());
  return { isRight: false, waitSeconds: 0 };
}
