import type { Doer } from "@/lib/domain/audit";

/** Who the audit says it was: whoever may run commands on this machine. */
export const commandLineDoer: Doer = { actor: "cli", network: "loopback" };
