import { caseHref, casePackHref } from "@/lib/pages/case/href";
import type { CasePageModel } from "@/lib/pages/case/case-page-model";
import type { CaseTrail } from "@/lib/pages/case/case-trail";
import { PackLink } from "../disclosures/pack-link";
import { CopyButton } from "../ui/copy-button";
import type { CaseActions } from "./case-actions";
import { CaseSteps } from "./case-steps";
import { ChangeMenu } from "./change-menu";
import type { CohortAdding } from "./cohort-dialog";
import { toolbar } from "@/lib/pages/case/words/page";

type CaseToolbarProps = {
  model: CasePageModel;
  trail: CaseTrail | null;
  actions: CaseActions;
  /** Whether the viewer may make evidence packs. */
  canPack: boolean;
  /** Null: the viewer may not make cohorts. */
  cohortAdding: CohortAdding | null;
};

/** What one can do with the case as a whole. */
export function CaseToolbar({ model, trail, actions, canPack, cohortAdding }: CaseToolbarProps) {
  const { caseId, mergedInto, around } = model;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {trail === null ? null : <CaseSteps trail={trail} />}
      <CopyButton label={toolbar.copyLink} text={caseHref(caseId)} keeps={["item", "part"]} />
      <CopyButton label={toolbar.copyId} text={caseId} />
      {canPack ? <PackLink href={casePackHref(caseId)} /> : null}
      <ChangeMenu
        model={{ caseId, mergedInto, around }}
        actions={actions}
        cohortAdding={cohortAdding}
      />
    </div>
  );
}
