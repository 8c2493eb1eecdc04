import { userInfo } from "node:os";
import { pseudonymOf } from "@/lib/auth/sign-in/secrets";
import type { Doer } from "@/lib/domain/people/audit";

/** Who the audit says it was: the operating system's user by a pseudonym, on this machine. */
export function commandLineDoer(): Doer {
  return { actor: `cli-${pseudonymOf("ACCOUNT", userName())}`, network: "loopback" };
}

/** A container may run as a number that has no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.());
  }
}
