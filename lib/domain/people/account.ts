import type { Permission, Role, Scope } from "./permission";

export type Account = {
  readonly id: number;
  /** Pseudonymous id for the audit log. */
  readonly publicId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly scope: Scope | null;
  readonly createdUs: number;
  readonly disabledUs: number | null;
  /** How the account signs in; "nothing" until a password was chosen. */
  readonly signsInBy: "password" | "provider" | "nothing";
};

export type Session = {
  readonly publicId: string;
  /** Null in a demo session. */
  readonly accountId: number | null;
  readonly demoRole: Role | null;
  readonly createdUs: number;
  readonly seenUs: number;
  readonly expiresUs: number;
  readonly revokedUs: number | null;
  readonly network: string;
  readonly device: string;
};

/** What a program's token may do; `view-text` adds the words of what it exports. */
export const tokenPermissions = [
  "ingest",
  "export",
  "view-text",
] as const satisfies readonly Permission[];
export type TokenPermission = (typeof tokenPermissions)[number];

/** A program's token; its secret is shown once and not stored. */
export type Token = {
  readonly publicId: string;
  readonly name: string;
  readonly permissions: readonly TokenPermission[];
  /** The cases it may export; null: all. */
  readonly scope: Scope | null;
  readonly createdUs: number;
  /** Null: valid until revoked. */
  readonly expiresUs: number | null;
  readonly revokedUs: number | null;
  readonly usedUs: number | null;
};

/** Password length in characters; no character classes are required. */
export const passwordLengthMin = 12;
export const passwordLengthMax = 256;
