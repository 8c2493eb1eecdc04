import "server-only";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import { getToken } from "next-auth/jwt";
import { cache } from "react";
import { roleNames, type Viewer } from "@/lib/domain/people/permission";
import { nowUs } from "@/lib/clock/server";
import { findSession, touchSession, type SessionHolder } from "@/lib/store/access/sessions";
import { accessDb } from "./access-db";
import { sessionCookieName } from "./sign-in/cookie-names";
import { offersDemo } from "./deployment";
import { hashSecret, sessionSecret } from "./sign-in/secrets";
import { sessionIdleUs } from "./sign-in/session-times";

/** The viewer of the current request and their session. */
export type SignedIn = Viewer & {
  readonly sessionId: string;
  /** Null for a visitor of the demo. */
  readonly accountId: number | null;
};

/** Minimum interval between updates of a session's last use. */
const touchUs = 60_000_000;

/**
 * The viewer of the current request, or null. Read from the session's row once per request, so that changes take
 * effect at once.
 */
export const currentViewer = cache(async (): Promise<SignedIn | null> => {
  const key = await sessionKey();
  return key === null ? null : readViewer(hashSecret(key));
});

/**
 * Reads the viewer of the current request's session again at any time, also after the request was answered; null once
 * it ended.
 */
export async function viewerReader(): Promise<() => Promise<SignedIn | null>> {
  const key = await sessionKey();
  if (key === null) return () => Promise.resolve(null);
  const keyHash = hashSecret(key);
  return () => readViewer(keyHash);
}

async function readViewer(keyHash: string): Promise<SignedIn | null> {
  const db = await accessDb();
  const now = nowUs();
  const holder = await findSession(db, keyHash, now, sessionIdleUs);
  if (holder === null || (holder.account === null && !offersDemo(process.env))) return null;
  if (now - holder.session.seenUs > touchUs) await touchSession(db, keyHash, now);
  return viewerOf(holder);
}

function viewerOf({ session, account, role }: SessionHolder): SignedIn {
  return {
    actor: account?.publicId ?? session.publicId,
    name: account?.name ?? `Demo: ${roleNames[role]}`,
    role,
    scope: account?.scope ?? null,
    isDemo: account === null,
    sessionId: session.publicId,
    accountId: account?.id ?? null,
  };
}

/** The session key; only from the cookie, never from another header. */
async function sessionKey(): Promise<string | null> {
  const cookie = (await cookies()).toString();
  const req = new NextRequest("http://localhost", { headers: { cookie } });
  const token = await getToken({
    req,
    secret: sessionSecret(),
    cookieName: sessionCookieName(process.env),
  });
  return typeof token?.["key"] === "string" ? token["key"] : null;
}
