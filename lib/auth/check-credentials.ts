import type { Account } from "@/lib/domain/account";
import { nowUs } from "@/lib/pipeline/clock";
import { findPassword } from "@/lib/store/access/accounts";
import { addRefusal } from "@/lib/store/access/refusals";
import { forgiveTries, takeTry } from "@/lib/store/access/sign-in-tries";
import { accessDb } from "./access-db";
import { isPassword } from "./password";
import { signInKeys } from "./sign-in-keys";

export type CredentialsCheck =
  | { readonly isRight: true; readonly account: Account }
  /** `waitSeconds`: how long the next try must wait; 0 where it need not. */
  | { readonly isRight: false; readonly waitSeconds: number };

/**
 * Checks an e-mail address and a password. Whether the address is known, disabled or without a password
 * makes no difference that the sender could see: the same work, the same count, the same answer.
 */
export async function checkCredentials(
  { email, password }: Readonly<Record<"email" | "password", string>>,
  network: string,
): Promise<CredentialsCheck> {
  const db = await accessDb();
  const { here, name, from } = signInKeys(email, network);
  const waitUs = await takeTry(db, [here, name, from], nowUs());
  if (waitUs > 0) return { isRight: false, waitSeconds: Math.ceil(waitUs / 1_000_000) };
  const known = await findPassword(db, email);
  const isRight = await isPassword(password, known?.passwordHash ?? null);
  if (isRight && known?.account.disabledUs === null) {
    await forgiveTries(db, { names: [here.key, name.key], network: from.key });
    return { isRight: true, account: known.account };
  }
  const entry = {
    actor: "nobody",
    network,
    workspace: null,
    target: known?.account.publicId ?? name.key,
  } as const;
  const told = { ...entry, action: "sign-in-failed", before: null, after: null } as const;
  await addRefusal(db, told, nowUs());
  return { isRight: false, waitSeconds: 0 };
}
