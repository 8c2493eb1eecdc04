import { z } from "zod";
import { DomainError } from "@/lib/domain/domain-error";
import { roles, type Role } from "@/lib/domain/people/permission";

/** An OpenID Connect provider, from the environment. */
export type OidcSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  readonly scope: string;
  /** The claim with a person's groups: one text or a list. */
  readonly roleClaim: string;
  /** Group → role; the first matching group decides. */
  readonly roleOf: readonly (readonly [group: string, role: Role])[];
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads THROUGHLINE_OIDC_* (docs/configuration.md).
 * @returns null without an issuer
 * @throws DomainError that names the missing or invalid variable
 */
export function readOidcSettings(env: Environment): OidcSettings | null {
  const issuer = env["THROUGHLINE_OIDC_ISSUER"];
  if (issuer === undefined || issuer === "") return null;
  return {
    issuer: issuer.replace(/\/$/u, ""),
    clientId: required(env, "THROUGHLINE_OIDC_CLIENT_ID"),
    clientSecret: required(env, "THROUGHLINE_OIDC_CLIENT_SECRET"),
    name: env["THROUGHLINE_OIDC_NAME"] ?? new URL(issuer).hostname,
    scope: env["THROUGHLINE_OIDC_SCOPE"] ?? "openid email profile",
    roleClaim: env["THROUGHLINE_OIDC_ROLE_CLAIM"] ?? "groups",
    roleOf: readRoles(required(env, "THROUGHLINE_OIDC_ROLES")),
  };
}

/** A person's claims. */
export type OidcPerson = {
  readonly subject: string;
  readonly email: string;
  readonly isEmailVerified: boolean;
  readonly name: string;
  readonly role: Role | null;
};

const claimsSchema = z.looseObject({
  sub: z.string().min(1).max(255),
  email: z.email().max(320),
  email_verified: z.union([z.boolean(), z.string()]).optional(),
  name: z.string().optional(),
});

/**
 * Reads the claims of an ID token.
 * @returns null without subject or e-mail address
 */
export function readOidcPerson(claims: unknown, settings: OidcSettings): OidcPerson | null {
  const parsed = claimsSchema.safeParse(claims);
  if (!parsed.success) return null;
  const { sub, email, email_verified, name } = parsed.data;
  const groups = z
    .union([z.string(), z.array(z.string())])
    .safeParse(parsed.data[settings.roleClaim]);
  const has = new Set(groups.success ? [groups.data].flat() : []);
  return {
    subject: sub,
    email: email.toLowerCase(),
    isEmailVerified: email_verified === true || email_verified === "true",
    name: name === undefined || name === "" ? email : name.slice(0, 200),
    role: settings.roleOf.find(([group]) => has.has(group))?.[1] ?? null,
  };
}

function required(env: Environment, name: string): string {
  const value = env[name];
  if (value !== undefined && value !== "") return value;
  throw new DomainError(
    "invalid-input",
    `${name} is missing; it goes with THROUGHLINE_OIDC_ISSUER.`,
  );
}

/** `support-leads=supervisor, cx=cx` */
function readRoles(text: string): [string, Role][] {
  return text.split(",").map((pair) => {
    const at = pair.lastIndexOf("=");
    const role = roles.find((known) => known === pair.slice(at + 1).trim());
    const group = pair.slice(0, at).trim();
    if (at > 0 && role !== undefined && group !== "") return [group, role];
    throw new DomainError(
      "invalid-input",
      `THROUGHLINE_OIDC_ROLES cannot be read at "${pair.trim()}"; write group=role, with one of ${roles.join(", ")}.`,
    );
  });
}
