import { createHash, randomBytes } from "node:crypto";
import { createPseudonymise, sessionKey } from "@/lib/pipeline/worker/data-folder";

/** A secret that nobody can guess: 43 characters that need no encoding in a link. */
export function makeSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What a secret of ours is kept as and found by. It is long and random, so one round is enough. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** A public id that says nothing: `account-1f3a9c0b7d2e`. */
export function makePublicId(kind: "account" | "session" | "token"): string {
  return `${kind}-${randomBytes(6).toString("hex")}`;
}

/** What session cookies are encrypted with. */
export function sessionSecret(): string {
  const given = process.env["NEXTAUTH_SECRET"];
  return given === undefined || given === "" ? sessionKey() : given;
}

/** What stands for an e-mail or network address, or a user of this machine, where it must not be readable. */
export function pseudonymOf(type: "EMAIL" | "IP" | "ACCOUNT", value: string): string {
  return createPseudonymise()(type, value.toLowerCase());
}
