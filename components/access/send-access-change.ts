import type { AccessOutcome } from "@/lib/domain/people/access-change";

/** A change to accounts, sessions or tokens; the server checks every member itself. */
export type SendAccessChange = (change: unknown) => Promise<AccessOutcome>;
