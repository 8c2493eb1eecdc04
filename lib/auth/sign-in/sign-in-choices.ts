import "server-only";
import { hasAccounts } from "@/lib/store/access/accounts";
import { accessDb } from "../access-db";
import { offersDemo } from "../deployment";
import { readOidcSettings } from "./oidc";

/** The configured ways to sign in. */
export type SignInChoices = {
  readonly hasAccounts: boolean;
  /** Null without a provider. */
  readonly providerName: string | null;
  readonly offersDemo: boolean;
};

/** The currently configured ways to sign in. */
export async function signInChoices(): Promise<SignInChoices> {
  return {
    hasAccounts: await hasAccounts(await accessDb()),
    providerName: readOidcSettings(process.env)?.name ?? null,
    offersDemo: offersDemo(process.env),
  };
}
