import type { AlertChange } from "../alerts/alert-change";
import type { Acknowledgement } from "./acknowledgement";
import type { NewAnnotation } from "./annotation";
import type { CaseChange } from "../case/decision";
import type { DomainErrorCode } from "../domain-error";
import type { CohortChange } from "../gate/cohort-change";
import type { VerdictChange } from "../gate/stored-verdict";
import type { ReviewChange } from "../quality/disclosure-review";
import type { SampleChange } from "../quality/review-sample";
import type { LabelChange } from "../quality/label";
import type { Role } from "../people/permission";
import type { ChangedSettings } from "./changed-settings";
import type { SavedView, ViewChanger } from "./saved-view";

/** A user's change from a page, applied by the single writer; see `submitChange`. */
export type WorkspaceChange =
  | CaseChange
  | LabelChange
  | ViewChange
  | AnnotationChange
  | AlarmChange
  | AlertChange
  | ReviewChange
  | SampleChange
  | CohortChange
  | VerdictChange
  | ErasureChange
  | BatchRemoval
  | SettingsChange;

/** A user's change of settings, or of disclosure rules. */
export type SettingsChange = { readonly kind: "settings" } & ChangedSettings;

/** A user's change of saved views. */
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
      /** Its key; null: the role has no default. */
      readonly view: number | null;
    }
);

export type AnnotationChange =
  | {
      readonly kind: "annotation-added";
      readonly annotation: NewAnnotation;
      readonly author: string;
    }
  | { readonly kind: "annotation-removed"; readonly id: number };

/** A user's acknowledgement of a persona alarm. */
export type AlarmChange = {
  readonly kind: "alarm-acknowledged";
  readonly acknowledgement: Omit<Acknowledgement, "atUs">;
};

/** A user's erasure of a customer. */
export type ErasureChange = {
  readonly kind: "customer-erased";
  readonly customerId: string;
  /** What the audit calls the customer: a keyed hash, never the id. */
  readonly reference: string;
};

/** A user's removal of what one ingest brought. */
export type BatchRemoval = { readonly kind: "batch-removed"; readonly batch: number };

/** Result of a committed change. */
export type ChangeAnswer = {
  /** The key of the created row, or null. */
  readonly id: number | null;
};

/** Result of a page's change, sent to the browser. */
export type MutationOutcome =
  | ({ readonly isDone: true } & ChangeAnswer)
  | {
      readonly isDone: false;
      readonly code: DomainErrorCode;
      /** For the user: what is wrong and what to do. */
      readonly sentence: string;
    };
