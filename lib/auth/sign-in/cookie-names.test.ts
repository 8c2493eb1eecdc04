import { describe, expect, it } from "vitest";
import { authCookies, deviceCookie, sessionCookieName } from "./cookie-names";

const https = { NEXTAUTH_URL: "https://cases.example.com" };

describe("the sign-in's cookies", () => {
  it("are bound to this host and to TLS under https, and have no domain", () => {
    const cookies = Object.values(authCookies(https));
    expect(cookies).toHaveLength(6);
    for (const { name, options } of cookies) {
      expect(name).toMatch(/^__Host-next-auth\./u);
      expect(options).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: true });
    }
    const { name, options } = deviceCookie(https);
    expect(name).toBe("__Host-throughline.device");
    expect(options).toMatchObject({ httpOnly: true, sameSite: "strict", path: "/", secure: true });
  });

  it("are read under the name they are set under, with TLS and without", () => {
    for (const env of [https, { NEXTAUTH_URL: "http://127.0.0.1:3000" }, {}]) {
      expect(authCookies(env).sessionToken?.name).toBe(sessionCookieName(env));
    }
    expect(sessionCookieName({})).toBe("next-auth.session-token");
  });
});
