import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RuleView } from "@/components/disclosures/rules/rule-view";
import { ReadError } from "@/components/layout/read-error";
import { loadActorNames } from "@/lib/auth/actor-names";
import { requireViewer } from "@/lib/auth/require-viewer";
import { may } from "@/lib/domain/people/permission";
import { noParams } from "@/lib/format/address/codec";
import type { RawSearchParams } from "@/lib/format/address/raw-params";
import { idOfSegment } from "@/lib/format/id-segment";
import { ruleHref } from "@/lib/pages/disclosures/href";
import { prepareRule } from "@/lib/pages/disclosures/rules/prepare-rules";
import { readRulePage } from "@/lib/pipeline/settings/rules-page";
import { readOrReport } from "../../../../read-or-report";
import { shownWorkspace } from "../../../../shown-workspace";
import { cancelEdit, getEditStatus, previewRule, publishRule } from "../actions";

type RulePageProps = {
  params: Promise<{ ruleId: string }>;
  searchParams: Promise<RawSearchParams>;
};

export const metadata: Metadata = { title: "Disclosure rule" };

/** The page of one disclosure rule. */
export default async function RulePage({ params, searchParams }: RulePageProps) {
  const viewer = await requireViewer("view-cases");
  const { dropped } = noParams.parse(await searchParams);
  const id = idOfSegment((await params).ruleId);
  if (id === null) notFound();
  const { name } = await shownWorkspace();
  const read = await readOrReport("a rule", async () => {
    const rule = await readRulePage(name, id);
    return rule === null ? null : prepareRule(rule, await loadActorNames());
  });
  if (!read.isRead) {
    return (
      <ReadError
        page="Disclosure rule"
        title="The rule could not be read."
        detail="Nothing is changed, and contacts are judged as before. The other pages may still work."
        retryHref={ruleHref(id)}
        requestId={read.requestId}
      />
    );
  }
  if (read.value === null) notFound();
  const actions = {
    ...{ onPreview: previewRule, onPoll: getEditStatus },
    ...{ onCancel: cancelEdit, onSave: publishRule },
  };
  return (
    <RuleView
      model={read.value}
      actions={may(viewer, "edit-rules") ? actions : null}
      dropped={dropped}
    />
  );
}
