import type { CaseChange } from "./decision";
import type { DomainErrorCode } from "./domain-error";
import type { LabelChange } from "./label";
import type { SavedView } from "./saved-view";
import type { Settings } from "./settings";

/** Something a person changes from a page. The one writer applies it; see `submitChange`. */
export type WorkspaceChange =
  | CaseChange
  | LabelChange
  | { readonly kind: "settings"; readonly settings: Settings }
  | { readonly kind: "view-saved"; readonly view: Omit<SavedView, "id"> }
  | { readonly kind: "view-removed"; readonly id: number };

/** Whether a change is about a case, and not about what all of them share. */
export function isCaseChange(change: WorkspaceChange): change is CaseChange {
  const shared = ["settings", "view-saved", "view-removed"];
  return !shared.includes(change.kind) && !isLabelChange(change);
}

/** Whether a change is what a person says of an evaluator's answer. */
export function isLabelChange(change: WorkspaceChange): change is LabelChange {
  return change.kind === "label-given" || change.kind === "label-withdrawn";
}

/** What a committed change left behind. */
export type ChangeAnswer = {
  /** The key of the row it made; null where it made none. */
  readonly id: number | null;
};

/** How a page's change ended, as the browser is told. */
export type MutationOutcome =
  | ({ readonly isDone: true } & ChangeAnswer)
  | {
      readonly isDone: false;
      readonly code: DomainErrorCode;
      /** For the person: what is wrong and what to do. */
      readonly sentence: string;
    };
