import { caseHref } from "@/lib/view/case-href";
import type { CasePageModel } from "@/lib/view/case-page-model";
import { CopyButton } from "../ui/copy-button";
import type { CaseActions } from "./case-actions";
import { ChangeMenu } from "./change-menu";

type CaseToolbarProps = { model: CasePageModel; actions: CaseActions };

/** What one can do with the case as a whole. */
export function CaseToolbar({ model, actions }: CaseToolbarProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <CopyButton label="Copy link" text={caseHref(model.caseId)} />
      <CopyButton label="Copy id" text={model.caseId} />
      <ChangeMenu model={model} actions={actions} />
    </div>
  );
}
