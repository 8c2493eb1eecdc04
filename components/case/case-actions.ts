import type { ContactRef } from "@/lib/domain/case/decision";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import type { LabelActions } from "../label/labelling";

/** What moving a contact takes along, in words, or why it cannot be moved. */
export type MovePreview =
  | { readonly canMove: true; readonly holds: string }
  | { readonly canMove: false; readonly sentence: string };

/** What the Case page asks of the server; each checks by itself what it is sent. */
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
