import { userInfo } from "node:os";
import { pseudonymOf } from "@/lib/auth/sign-in/secrets";
import type { Doer } from "@/lib/domain/people/audit";

/** The actor of a command for the audit log: a pseudonym of the operating system's user. */
export function commandLineDoer(): Doer {
  return { actor: `cli-${pseudonymOf("ACCOUNT", userName())}`, network: "loopback" };
}

/** A container may run under a user id without a name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.());
  }
}
