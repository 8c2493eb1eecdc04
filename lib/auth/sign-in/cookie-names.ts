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

/** The cookie that carries a session's key. @param env says by what address people come */
export function sessionCookieName(env: Environment): string {
  return cookieName("sessionToken", isSecure(env));
}

/**
 * The sign-in's cookies. Under https their names begin with `__Host-`: browsers then take them only from this
 * very host, for all its paths, over TLS, so that no neighbouring host can put one in.
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

/** As long as browsers keep a cookie at most. */
const deviceSeconds = 400 * 24 * 60 * 60;

/** The cookie by which a browser is known that somebody signed in with before. */
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
