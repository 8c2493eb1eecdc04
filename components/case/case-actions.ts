import type { ContactRef } from "@/lib/domain/case/decision";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import type { LabelActions } from "../label/labelling";

/** What a move takes along ("2 traces, 14 spans, 9 messages"), or why it is refused. */
export type MovePreview =
  | { readonly canMove: true; readonly holds: string }
  | { readonly canMove: false; readonly sentence: string };

/** The server actions of the Case page; each validates its input. */
export type CaseActions = LabelActions & {
  readonly onMerge: (ends: { fromCaseId: string; toCaseId: string }) => Promise<MutationOutcome>;
  readonly onMove: (move: {
    contact: ContactRef;
    toCaseId: string;
    isNewCase: boolean;
  }) => Promise<MutationOutcome>;
  readonly onMovePreview: (contact: ContactRef) => Promise<MovePreview>;
  readonly onDecisionRemove: (id: number) => Promise<MutationOutcome>;
  readonly onNoteAdd: (note: { caseId: string; text: string }) => Promise<MutationOutcome>;
  readonly onNoteRemove: (id: number) => Promise<MutationOutcome>;
};
