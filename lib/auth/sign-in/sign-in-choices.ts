import "server-only";
import { hasAccounts } from "@/lib/store/access/accounts";
import { accessDb } from "../access-db";
import { offersDemo } from "../deployment";
import { readOidcSettings } from "./oidc";

/** The ways to sign in that this installation has. */
export type SignInChoices = {
  readonly hasAccounts: boolean;
  /** Null where no provider is set up. */
  readonly providerName: string | null;
  readonly offersDemo: boolean;
};

/** The ways to sign in that this installation has, now. */
export async function signInChoices(): Promise<SignInChoices> {
  return {
    hasAccounts: await hasAccounts(await accessDb()),
    providerName: readOidcSettings(process.env)?.name ?? null,
    offersDemo: offersDemo(process.env),
  };
}
