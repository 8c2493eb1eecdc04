import type { NextAuthOptions } from "next-auth";
import type { Provider } from "next-auth/providers/index";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { roles, type Role } from "@/lib/domain/people/permission";
import { passwordLengthMax, type Account } from "@/lib/domain/people/account";
import { logEvent } from "@/lib/log/log-event";
import { findAccountById, findProviderAccount } from "@/lib/store/access/accounts";
import { accessDb } from "../access-db";
import { admitPerson } from "./admit-person";
import { authCookies } from "./cookie-names";
import { checkCredentials } from "./check-credentials";
import { offersDemo } from "../deployment";
import { endOwnSession } from "./end-own-session";
import { readOidcPerson, readOidcSettings, type OidcSettings } from "./oidc";
import { readDevice, rememberDevice } from "./known-device";
import { openSession, type SessionFor } from "./open-session";
import { reportFault } from "./report-fault";
import { requestSource } from "../request-source";
import { sessionSecret } from "./secrets";
import { sessionLongestUs } from "./session-times";
import { takeDemoTry } from "./take-demo-try";

/**
 * Options of next-auth. A function, so that the secret is read at run time rather than at build. The cookie only
 * holds the key of a session row.
 */
export function authOptions(): NextAuthOptions {
  const oidc = readOidcSettings(process.env);
  return {
    secret: sessionSecret(),
    cookies: authCookies(process.env),
    session: { strategy: "jwt", maxAge: sessionLongestUs / 1_000_000 },
    // Only the code: details may quote input or identify the user.
    logger: {
      error: (code) => logEvent("sign-in-failed", { why: code }),
      warn: () => undefined,
      debug: () => undefined,
    },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    providers: [
      passwordProvider,
      ...(offersDemo(process.env) ? [demoProvider] : []),
      ...(oidc === null ? [] : [oidcProvider(oidc)]),
    ],
    callbacks: {
      signIn: ({ account, profile }) =>
        oidc !== null && account?.provider === "oidc" ? admit(profile, oidc) : true,
      jwt: async ({ token, user, account, profile }) => {
        // Only set at sign-in; otherwise undefined, whatever the types say.
        const signedInBy = account as typeof account | undefined;
        if (signedInBy === undefined || signedInBy === null) return token;
        const holder = await holderOf(signedInBy.provider, user.id, profile, oidc);
        // A new sign-in ends this browser's previous session.
        await endOwnSession();
        if ("account" in holder) await rememberDevice(holder.account.email);
        return { key: await openSession(holder) };
      },
      redirect: ({ url, baseUrl }) => (isOfOrigin(url, baseUrl) ? url : baseUrl),
    },
  };
}

const credentialsSchema = z.object({
  email: z.string().trim().min(1).max(320),
  password: z.string().min(1).max(passwordLengthMax),
});

const passwordProvider = CredentialsProvider({
  id: "password",
  name: "Password",
  credentials: { email: {}, password: {} },
  authorize: async (sent) => {
    const parsed = credentialsSchema.safeParse(sent);
    if (!parsed.success) return null;
    const check = await reportFault(async () => {
      const { network } = await requestSource();
      return checkCredentials(parsed.data, { network, device: await readDevice() });
    });
    if (check.isRight) return { id: check.account.publicId };
    if (check.waitSeconds > 0) throw new Error(`wait-${String(check.waitSeconds)}`);
    return null;
  },
});

const demoProvider = CredentialsProvider({
  id: "demo",
  name: "Demo",
  credentials: { role: {} },
  authorize: async (sent) => {
    const role: Role | undefined = roles.find((known) => known === sent?.role);
    if (role === undefined) return null;
    const waitSeconds = await reportFault(async () => takeDemoTry((await requestSource()).network));
    if (waitSeconds > 0) throw new Error(`wait-${String(waitSeconds)}`);
    return { id: role };
  },
});

function oidcProvider({ issuer, clientId, clientSecret, name, scope }: OidcSettings): Provider {
  return {
    id: "oidc",
    name,
    type: "oauth",
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    authorization: { params: { scope } },
    idToken: true,
    // Some providers send groups and addresses only here; the subject must equal the ID token's.
    userinfo: {
      request: async ({ client, tokens }) => {
        const { metadata } = client.issuer;
        if (metadata.issuer.replace(/\/$/u, "") !== issuer) {
          throw new Error("The provider names itself otherwise than it was set up here.");
        }
        const claims = decodeClaims(tokens.id_token);
        if (metadata.userinfo_endpoint === undefined) return claims;
        const more = await client.userinfo(tokens.access_token ?? "");
        if (more.sub !== claims.sub) throw new Error("The provider speaks of two people.");
        return { ...claims, ...more };
      },
    },
    checks: ["pkce", "state", "nonce"],
    profile: (profile: { sub: string }) => ({ id: profile.sub }),
  };
}

/** @returns true, or the URL of the sign-in page with the reason */
async function admit(profile: unknown, oidc: OidcSettings): Promise<boolean | string> {
  const person = readOidcPerson(profile, oidc);
  if (person === null) return "/sign-in?error=no-email";
  const { network } = await requestSource();
  const refusal = await admitPerson(person, oidc.issuer, network);
  return refusal === null ? true : `/sign-in?error=${refusal}`;
}

/** The holder of a session, with the address used to sign in. */
type Holder = Exclude<SessionFor, { readonly account: unknown }> | { readonly account: Account };

/**
 * The holder after a successful sign-in.
 * @param id from `authorize`; for a provider only its profile is used
 */
async function holderOf(
  provider: string,
  id: string,
  profile: unknown,
  oidc: OidcSettings | null,
): Promise<Holder> {
  const role = roles.find((known) => known === id);
  if (provider === "demo" && role !== undefined) return { demoRole: role };
  const db = await accessDb();
  const person = oidc === null ? null : readOidcPerson(profile, oidc);
  const account =
    provider === "oidc" && oidc !== null && person !== null
      ? await findProviderAccount(db, { issuer: oidc.issuer, subject: person.subject })
      : await findAccountById(db, id);
  if (account === null) throw new Error("A sign-in is of no account.");
  return { account };
}

function isOfOrigin(url: string, baseUrl: string): boolean {
  return URL.canParse(url, baseUrl) && new URL(url, baseUrl).origin === new URL(baseUrl).origin;
}

/** The claims of an already verified ID token. */
function decodeClaims(token: string | undefined): { sub: string } {
  const [, payload = ""] = (token ?? "").split(".");
  const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
  return z.looseObject({ sub: z.string() }).parse(claims);
}
