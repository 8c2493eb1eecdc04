import { nowUs } from "@/lib/clock/server";
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

/** Why a person known to the provider is refused. */
export type Refusal = "no-role" | "disabled" | "email-taken" | "email-not-verified";

/**
 * Admits a person who signed in with a provider and creates the account the first time. The provider's groups
 * determine the role at each sign-in; an existing account with the same address is linked only if the address is
 * verified.
 * @returns the refusal, or null
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
