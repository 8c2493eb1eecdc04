import type { CookiesOptions } from "next-auth";

const names = {
  sessionToken: "session-token",
  callbackUrl: "callback-url",
  csrfToken: "csrf-token",
  pkceCodeVerifier: "pkce.code_verifier",
  state: "state",
  nonce: "nonce",
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The session cookie.
 * @param env determines http or https
 */
export function sessionCookieName(env: Environment): string {
  return cookieName("sessionToken", isSecure(env));
}

/**
 * The cookies of sign-in. Under https their names begin with `__Host-`, so that browsers accept them only from this
 * host, for all paths, over TLS.
 */
export function authCookies(env: Environment): Partial<CookiesOptions> {
  const secure = isSecure(env);
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  return Object.fromEntries(
    (Object.keys(names) as (keyof typeof names)[]).map((cookie) => [
      cookie,
      { name: cookieName(cookie, secure), options },
    ]),
  );
}

/** Maximum lifetime of cookies in browsers. */
const deviceSeconds = 400 * 24 * 60 * 60;

/** The cookie that recognises a browser used for an earlier sign-in. */
export function deviceCookie(env: Environment) {
  const secure = isSecure(env);
  const fixed = { httpOnly: true, sameSite: "strict", path: "/", maxAge: deviceSeconds } as const;
  return { name: `${secure ? "__Host-" : ""}throughline.device`, options: { ...fixed, secure } };
}

function cookieName(cookie: keyof typeof names, secure: boolean): string {
  return `${secure ? "__Host-" : ""}next-auth.${names[cookie]}`;
}

function isSecure(env: Environment): boolean {
  return env["NEXTAUTH_URL"]?.startsWith("https:") === true;
}
