import { nowUs } from "@/lib/pipeline/worker/clock";
import {
  addAccount,
  changeAccount,
  findAccount,
  findProviderAccount,
  linkProvider,
} from "@/lib/store/access/accounts";
import { endSessionsOfAccount } from "@/lib/store/access/sessions";
import { addRefusal } from "@/lib/store/access/refusals";
import { accessDb } from "../access-db";
import type { OidcPerson } from "./oidc";
import { makePublicId, pseudonymOf } from "./secrets";

/** Why somebody whom the provider knows is not let in. */
export type Refusal = "no-role" | "disabled" | "email-taken" | "email-not-verified";

/**
 * Lets in somebody whom a provider signed in; the first time makes the account. The provider's groups decide
 * the role at each sign-in; an account of the same address is taken over only if the address was verified.
 * @returns why not, or null
 */
export async function admitPerson(
  person: OidcPerson,
  issuer: string,
  network: string,
): Promise<Refusal | null> {
  const refusal = await admit(person, issuer, network);
  if (refusal === null) return null;
  const target = pseudonymOf("EMAIL", person.email);
  const entry = { actor: "nobody", network, workspace: null, target, before: null } as const;
  const failure = { ...entry, action: "sign-in-failed", after: { reason: refusal } } as const;
  await addRefusal(await accessDb(), failure, nowUs());
  return refusal;
}

async function admit(
  { subject, email, isEmailVerified, name, role }: OidcPerson,
  issuer: string,
  network: string,
): Promise<Refusal | null> {
  const db = await accessDb();
  const identity = { issuer, subject };
  const by = { actor: "provider", network };
  const linked = await findProviderAccount(db, identity);
  if (role === null) {
    if (linked !== null) await endSessionsOfAccount(db, linked, by, nowUs());
    return "no-role";
  }
  const known = linked ?? (await findAccount(db, email));
  if (known !== null && known.disabledUs !== null) return "disabled";
  if (linked === null && known?.signsInBy === "provider") return "email-taken";
  if (linked === null && known !== null && !isEmailVerified) return "email-not-verified";
  const draft = { publicId: makePublicId("account"), email, name, role, scope: null };
  const account = known ?? (await addAccount(db, draft, by, nowUs()));
  if (account.role !== role) {
    await changeAccount(db, account.publicId, { role, scope: account.scope }, by, nowUs());
  }
  if (linked === null) await linkProvider(db, account.publicId, identity, by, nowUs());
  return null;
}
