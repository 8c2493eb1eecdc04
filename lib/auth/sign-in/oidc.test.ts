import { describe, expect, it } from "vitest";
import { readOidcPerson, readOidcSettings } from "./oidc";

const env = {
  THROUGHLINE_OIDC_ISSUER: "https://login.example.com/",
  THROUGHLINE_OIDC_CLIENT_ID: "throughline",
  THROUGHLINE_OIDC_CLIENT_SECRET: "secret",
  THROUGHLINE_OIDC_ROLES: "support-leads=supervisor, cx leads=cx",
};

describe("the settings of a provider", () => {
  it("are read from the environment", () => {
    expect(readOidcSettings(env)).toMatchObject({
      issuer: "https://login.example.com",
      name: "login.example.com",
      roleClaim: "groups",
    });
    expect(readOidcSettings({})).toBeNull();
  });

  it("name the variable that is missing or cannot be read", () => {
    expect(() => readOidcSettings({ ...env, THROUGHLINE_OIDC_CLIENT_ID: "" })).toThrow(
      "THROUGHLINE_OIDC_CLIENT_ID",
    );
    expect(() => readOidcSettings({ ...env, THROUGHLINE_OIDC_ROLES: "leads=boss" })).toThrow(
      "leads=boss",
    );
  });
});

describe("a person whom a provider signed in", () => {
  const settings = readOidcSettings({ ...env, THROUGHLINE_OIDC_ROLES: "a=supervisor,b=cx" });
  if (settings === null) throw new Error("there are settings");
  const person = { sub: "1", email: "Ada@Example.com", name: "Ada" };

  it("has the first role that one of their groups maps to", () => {
    expect(readOidcPerson({ ...person, groups: ["b", "a"] }, settings)?.role).toBe("supervisor");
    expect(readOidcPerson({ ...person, groups: "b" }, settings)?.role).toBe("cx");
    expect(readOidcPerson({ ...person, groups: ["A", "admin"] }, settings)?.role).toBeNull();
    expect(readOidcPerson({ ...person, groups: { a: true } }, settings)?.role).toBeNull();
    expect(readOidcPerson(person, settings)?.role).toBeNull();
  });

  it("has a verified address only where the provider says so with true", () => {
    expect(readOidcPerson(person, settings)?.isEmailVerified).toBe(false);
    expect(readOidcPerson({ ...person, email_verified: true }, settings)).toMatchObject({
      email: "ada@example.com",
      isEmailVerified: true,
    });
  });

  it("is refused without a subject or an address", () => {
    expect(readOidcPerson({ email: "a@example.com" }, settings)).toBeNull();
    expect(readOidcPerson({ sub: "1", email: "not an address" }, settings)).toBeNull();
  });
});
