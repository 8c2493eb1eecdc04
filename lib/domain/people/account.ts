import type { Permission, Role, Scope } from "./permission";

/** Somebody who may sign in. */
export type Account = {
  readonly id: number;
  /** Says nothing about the person: what the audit calls the account. */
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

/** A sign-in that lasts. */
export type Session = {
  readonly publicId: string;
  /** Null in a session of the demo. */
  readonly accountId: number | null;
  readonly demoRole: Role | null;
  readonly createdUs: number;
  readonly seenUs: number;
  readonly expiresUs: number;
  readonly revokedUs: number | null;
  readonly network: string;
  readonly device: string;
};

/** What a program's token may do. */
export const tokenPermissions = ["ingest", "export"] as const satisfies readonly Permission[];
export type TokenPermission = (typeof tokenPermissions)[number];

/** A secret of a program; the secret itself is shown once and not kept. */
export type Token = {
  readonly publicId: string;
  readonly name: string;
  readonly permissions: readonly TokenPermission[];
  /** The cases that it may take away; null: all. */
  readonly scope: Scope | null;
  readonly createdUs: number;
  /** Null: lasts until it is revoked. */
  readonly expiresUs: number | null;
  readonly revokedUs: number | null;
  readonly usedUs: number | null;
};

/** Passwords are counted in characters; no kind of character is asked for. */
export const passwordLengthMin = 12;
export const passwordLengthMax = 256;
