import "./next-globals";
import { encode } from "next-auth/jwt";
import { accessDb } from "@/lib/auth/access-db";
import { sessionCookieName } from "@/lib/auth/sign-in/cookie-names";
import { openSession, type SessionFor } from "@/lib/auth/sign-in/open-session";
import { hashSecret, makePublicId, makeSecret, sessionSecret } from "@/lib/auth/sign-in/secrets";
import type { TokenPermission } from "@/lib/domain/people/account";
import type { Role, Scope } from "@/lib/domain/people/permission";
import { addAccount } from "@/lib/store/access/accounts";
import { addToken } from "@/lib/store/access/tokens";
import { tester } from "../access-store";
import { withinRequest } from "./within-request";

/** Where requests of tests go to: a server that nobody runs. */
export const testOrigin = "http://127.0.0.1:3000";

/** Headers by which a request says who sends it. */
export type CallerHeaders = Readonly<Record<string, string>>;

/** Makes an account and signs it in, in the data folder of THROUGHLINE_DATA. @param nowUs microseconds since 1970 */
export async function signInAs(
  role: Role,
  nowUs: number,
  scope: Scope | null = null,
): Promise<CallerHeaders> {
  const publicId = makePublicId("account");
  const person = { publicId, email: `${publicId}@example.com`, name: `Test ${role}`, role, scope };
  const account = await addAccount(await accessDb(), person, tester, nowUs);
  return sessionOf({ account });
}

/** A visitor of the demo; the environment must offer it. */
export function visitDemoAs(demoRole: Role): Promise<CallerHeaders> {
  return sessionOf({ demoRole });
}

async function sessionOf(holder: SessionFor): Promise<CallerHeaders> {
  const request = new Request(testOrigin);
  const key = await withinRequest(request, "action", () => openSession(holder));
  const token = await encode({ token: { key }, secret: sessionSecret() });
  const own = { origin: testOrigin, host: new URL(testOrigin).host };
  return { ...own, cookie: `${sessionCookieName(process.env)}=${token}` };
}

/** Makes a token with any permissions, also such as no page gives out together. */
export async function tokenFor(
  permissions: readonly TokenPermission[],
  nowUs: number,
): Promise<CallerHeaders> {
  const secret = `tl_${makeSecret()}`;
  const token = { publicId: makePublicId("token"), name: permissions.join(" "), permissions };
  const limits = { scope: null, expiresUs: null, secretHash: hashSecret(secret) };
  await addToken(await accessDb(), { ...token, ...limits }, tester, nowUs);
  return { authorization: `Bearer ${secret}` };
}
