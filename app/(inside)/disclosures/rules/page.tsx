import type { Metadata } from "next";
import { RulesView } from "@/components/disclosures/rules/rules-view";
import { ReadError } from "@/components/layout/read-error";
import { requireViewer } from "@/lib/auth/require-viewer";
import { may } from "@/lib/domain/people/permission";
import { noParams } from "@/lib/format/address/codec";
import type { PageProps } from "@/lib/format/address/raw-params";
import { rulesHref } from "@/lib/pages/disclosures/href";
import { prepareRules } from "@/lib/pages/disclosures/rules/prepare-rules";
import { readRulesPage } from "@/lib/pipeline/settings/rules-page";
import { readOrReport } from "../../../read-or-report";
import { shownWorkspace } from "../../../shown-workspace";
import { cancelEdit, getEditStatus, previewRule, publishRule } from "./actions";

export const metadata: Metadata = { title: "Disclosure rules" };

/** The list of disclosure rules. */
export default async function RulesPage({ searchParams }: PageProps) {
  const viewer = await requireViewer("view-cases");
  const { dropped } = noParams.parse(await searchParams);
  const { name } = await shownWorkspace();
  const read = await readOrReport("rules", () => readRulesPage(name));
  if (!read.isRead) {
    return (
      <ReadError
        page="Disclosure rules"
        title="The rules could not be read."
        detail="Nothing is changed, and contacts are judged as before. The other pages may still work."
        retryHref={rulesHref}
        requestId={read.requestId}
      />
    );
  }
  const actions = {
    ...{ onPreview: previewRule, onPoll: getEditStatus },
    ...{ onCancel: cancelEdit, onSave: publishRule },
  };
  return (
    <RulesView
      model={prepareRules(read.value)}
      actions={may(viewer, "edit-rules") ? actions : null}
      dropped={dropped}
    />
  );
}
