import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import type { Assignee } from "@/lib/pages/live/live-model";

/** The server actions of the Live page; each validates its input. */
export type LiveActions = {
  /** Whom a case can be given to, the viewer first. */
  readonly assignees: readonly Assignee[];
  readonly onAssign: (assigned: {
    caseId: string;
    assignee: string | null;
  }) => Promise<MutationOutcome>;
  /** @param hours from now; null: it comes back at once */
  readonly onSnooze: (snoozed: {
    caseId: string;
    hours: number | null;
  }) => Promise<MutationOutcome>;
  readonly onHandle: (handled: { caseId: string; isHandled: boolean }) => Promise<MutationOutcome>;
  readonly onNoteAdd: (note: { caseId: string; text: string }) => Promise<MutationOutcome>;
};
