import type { LiveRow } from "@/lib/pages/live/live-model";

/** A row of the Live page for tests. */
export function liveRow(caseId: string, overrides: Partial<LiveRow> = {}): LiveRow {
  return {
    ...{ caseId, href: `/cases/${caseId}`, sentence: "Refund still open; SLA ends 04:00" },
    ...{ left: null, owner: null, ownerId: null, section: "other", agent: "agent-204" },
    ...{ team: "Refunds", channel: "chat", customer: null, lastWords: null, note: null },
    ...{ off: null, promises: [] },
    ...overrides,
  };
}
