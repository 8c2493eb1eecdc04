import type {
  ChangeAnswer,
  ErasureChange,
  WorkspaceChange,
} from "@/lib/domain/settings/workspace-change";
import { DomainError } from "@/lib/domain/domain-error";
import { inOneWrite } from "@/lib/store/in-one-write";
import { removeData } from "@/lib/store/spans/remove-data";
import { alertChangeAppliers } from "./apply-alert-change";
import { alarmChangeAppliers } from "./apply-alarm-change";
import { annotationChangeAppliers } from "./apply-annotation-change";
import { caseChangeAppliers, type CaseChangeContext } from "./apply-case-change";
import { cohortChangeAppliers } from "./apply-cohort-change";
import { verdictChangeAppliers } from "./apply-verdict-change";
import { labelChangeAppliers } from "./apply-label-change";
import { reviewChangeAppliers } from "./apply-review-change";
import { sampleChangeAppliers } from "./apply-sample-change";
import { settingsChangeAppliers } from "./apply-settings-change";
import { viewChangeAppliers } from "./apply-view-change";

type ChangeContext = CaseChangeContext;

/** An erasure needs more than the workspace: see `applyErasure`. */
type Change = Exclude<WorkspaceChange, ErasureChange>;

type ChangeOf<Kind> = Extract<Change, { readonly kind: Kind }>;

/** Each checks what is stored and writes, all inside the transaction of `applyChange`. */
const appliers: {
  readonly [Kind in Change["kind"]]: (
    context: ChangeContext,
    change: ChangeOf<Kind>,
  ) => Promise<ChangeAnswer>;
} = {
  ...caseChangeAppliers,
  ...labelChangeAppliers,
  ...viewChangeAppliers,
  ...annotationChangeAppliers,
  ...alarmChangeAppliers,
  ...alertChangeAppliers,
  ...reviewChangeAppliers,
  ...sampleChangeAppliers,
  ...cohortChangeAppliers,
  ...verdictChangeAppliers,
  ...settingsChangeAppliers,
  "batch-removed": async ({ db, nowUs, scope }, { batch }) => {
    if (scope !== null) {
      throw new DomainError(
        "not-allowed",
        "A batch is removed by somebody who may see every case.",
      );
    }
    const { spans, records, rejects } = await removeData(db, { kind: "batch", batch }, nowUs);
    if (spans + records + rejects === 0) {
      throw new DomainError("not-found", "Nothing is stored of this batch any more.");
    }
    return { id: null };
  },
};

/**
 * Applies a user's change in one transaction, its checks included: of two at once the second is checked against what the
 * first has stored.
 * @returns after the commit
 * @throws DomainError if the store refuses it, "busy" if another process holds the write lock
 */
export function applyChange<Kind extends Change["kind"]>(
  context: ChangeContext,
  change: ChangeOf<Kind> & { readonly kind: Kind },
): Promise<ChangeAnswer> {
  return inOneWrite(context.db, (db) => appliers[change.kind]({ ...context, db }, change));
}
