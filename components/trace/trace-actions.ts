import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";

/** The server actions of the Trace page; each validates its input. */
export type TraceActions = {
  readonly onMove: (move: { traceId: string; toCaseId: string }) => Promise<MutationOutcome>;
};
