import type { Account } from "@/lib/domain/account";
import { freeTries } from "@/lib/domain/sign-in-wait";
import { nowUs } from "@/lib/pipeline/clock";
import { findPassword } from "@/lib/store/access/accounts";
import { recordAudit } from "@/lib/store/access/append-audit";
import { forgiveTries, takeTry } from "@/lib/store/access/sign-in-tries";
import { accessDb } from "./access-db";
import { isPassword } from "./password";
import { pseudonymOf } from "./secrets";

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
  const name = pseudonymOf("EMAIL", email);
  const from = pseudonymOf("IP", network);
  const here = pseudonymOf("EMAIL", `${email} ${network}`);
  const keys = [
    { key: here, free: freeTries.nameFromNetwork },
    { key: name, free: freeTries.name },
    { key: from, free: freeTries.network },
  ];
  const waitUs = await takeTry(db, keys, nowUs());
  if (waitUs > 0) return { isRight: false, waitSeconds: Math.ceil(waitUs / 1_000_000) };
  const known = await findPassword(db, email);
  const isRight = await isPassword(password, known?.passwordHash ?? null);
  if (isRight && known?.account.disabledUs === null) {
    await forgiveTries(db, { names: [here, name], network: from });
    return { isRight: true, account: known.account };
  }
  const entry = {
    actor: "nobody",
    network,
    workspace: null,
    target: known?.account.publicId ?? name,
  } as const;
  const told = { ...entry, action: "sign-in-failed", before: null, after: null } as const;
  await recordAudit(db, told, nowUs());
  return { isRight: false, waitSeconds: 0 };
}
