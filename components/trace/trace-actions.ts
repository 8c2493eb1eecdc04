import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";

/** What the Trace page asks of the server; it checks by itself what it is sent. */
export type TraceActions = {
  readonly onMove: (move: { traceId: string; toCaseId: string }) => Promise<MutationOutcome>;
};
