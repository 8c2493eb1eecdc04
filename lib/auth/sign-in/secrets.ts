import { createHash, randomBytes } from "node:crypto";
import { createPseudonymise, sessionKey } from "@/lib/pipeline/worker/data-folder";

/** A random secret of 43 URL-safe characters. */
export function makeSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** The hash that a secret is stored and found by. The secret is long and random, so one round suffices. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** A random public id: `account-1f3a9c0b7d2e`. */
export function makePublicId(kind: "account" | "session" | "token"): string {
  return `${kind}-${randomBytes(6).toString("hex")}`;
}

/** The key that session cookies are encrypted with. */
export function sessionSecret(): string {
  const given = process.env["NEXTAUTH_SECRET"];
  return given === undefined || given === "" ? sessionKey() : given;
}

/** The pseudonym of an e-mail or network address, or of a user of this machine. */
export function pseudonymOf(type: "EMAIL" | "IP" | "ACCOUNT", value: string): string {
  return createPseudonymise()(type, value.toLowerCase());
}
