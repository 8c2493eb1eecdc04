import type { Acknowledgement } from "./acknowledgement";
import type { NewAnnotation } from "./annotation";
import type { CaseChange } from "../case/decision";
import type { DomainErrorCode } from "../domain-error";
import type { LabelChange } from "../quality/label";
import type { Role } from "../people/permission";
import type { SavedView, ViewChanger } from "./saved-view";
import type { Settings } from "./settings";

/** Something a person changes from a page. The one writer applies it; see `submitChange`. */
export type WorkspaceChange =
  | CaseChange
  | LabelChange
  | ViewChange
  | AnnotationChange
  | AlarmChange
  | { readonly kind: "settings"; readonly settings: Settings };

/** Something a person changes about saved views. */
export type ViewChange = { readonly by: ViewChanger } & (
  | {
      readonly kind: "view-saved";
      readonly view: Pick<SavedView, "path" | "name" | "search" | "isShared">;
    }
  | { readonly kind: "view-removed"; readonly id: number }
  | {
      readonly kind: "default-view-chosen";
      readonly path: string;
      readonly role: Role;
      /** Its key; null: the role begins with the page as it comes. */
      readonly view: number | null;
    }
);

/** Something a person notes on time. */
export type AnnotationChange =
  | {
      readonly kind: "annotation-added";
      readonly annotation: NewAnnotation;
      /** Public id. */
      readonly author: string;
    }
  | { readonly kind: "annotation-removed"; readonly id: number };

/** Something a person says of an alarm of the persona. */
export type AlarmChange = {
  readonly kind: "alarm-acknowledged";
  readonly acknowledgement: Omit<Acknowledgement, "atUs">;
};

const shared: ReadonlySet<string> = new Set<
  (ViewChange | AnnotationChange | AlarmChange)["kind"] | "settings"
>([
  "alarm-acknowledged",
  "settings",
  "view-saved",
  "view-removed",
  "default-view-chosen",
  "annotation-added",
  "annotation-removed",
]);

/** Whether a change is about a case, and not about what all of them share. */
export function isCaseChange(change: WorkspaceChange): change is CaseChange {
  return !shared.has(change.kind) && !isLabelChange(change);
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
