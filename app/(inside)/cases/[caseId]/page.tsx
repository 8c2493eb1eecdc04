import { casesCodec } from "@/lib/analytics/filter/cases-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { CaseActions } from "@/components/case/case-actions";
import { CaseView } from "@/components/case/case-view";
import { ReadError } from "@/components/layout/read-error";
import { loadActorNames } from "@/lib/auth/actor-names";
import { requireViewer } from "@/lib/auth/require-viewer";
import { may } from "@/lib/domain/people/permission";
import { hasOneSidedCasesOnly } from "@/lib/analytics/load/has-spans";
import { loadSequence } from "@/lib/analytics/load/sequence";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readUnreadWords } from "@/lib/pipeline/settings/settings-page";
import { idOfSegment } from "@/lib/format/id-segment";
import { caseCodec, caseViewHref } from "@/lib/pages/case/url";
import { prepareCaseTrail, type CaseTrail } from "@/lib/pages/case/case-trail";
import { rawParams, type RawSearchParams } from "@/lib/format/address/raw-params";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import {
  addNote,
  mergeCase,
  moveContact,
  previewContactMove,
  removeDecision,
  removeNote,
} from "./actions";
import { addToCohort } from "../../cohorts/actions";
import { giveLabel, withdrawLabel } from "./label-actions";
import { readOrReport } from "../../../read-or-report";
import { shownWorkspace } from "../../../shown-workspace";

const actions: CaseActions = {
  onMerge: mergeCase,
  onMove: moveContact,
  onMovePreview: previewContactMove,
  onDecisionRemove: removeDecision,
  onNoteAdd: addNote,
  onNoteRemove: removeNote,
  onLabelGive: giveLabel,
  onLabelWithdraw: withdrawLabel,
};

type CasePageProps = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<RawSearchParams>;
};

export async function generateMetadata({
  params,
}: Pick<CasePageProps, "params">): Promise<Metadata> {
  return { title: idOfSegment((await params).caseId) ?? "Case" };
}

/** One case. */
export default async function CasePage({ params, searchParams }: CasePageProps) {
  const viewer = await requireViewer("view-text");
  const { scope } = viewer;
  const { query, dropped } = caseCodec.parse(await searchParams);
  const caseId = idOfSegment((await params).caseId);
  if (caseId === null) notFound();
  const { name, path, asOfUs } = await shownWorkspace();
  const seen = { path, scope };
  const sequence = await loadSequence(path);
  const read = await readOrReport("case", async () => ({
    labels: await askReader("loadCaseLabels", seen, caseId, {
      actor: viewer.actor,
      names: await loadActorNames(),
    }),
    model: await askReader("loadCasePage", seen, caseId, query, asOfUs),
    // Where no customer speaks in any case, the notice above every page says it.
    unread: (await hasOneSidedCasesOnly(path)) ? null : await readUnreadWords(name, { caseId }),
    cohorts: may(viewer, "gate") ? await askReader("loadCohortNames", path) : null,
    trail: query.list === null ? null : await loadTrail(seen, caseId, query.list, asOfUs),
  }));
  if (!read.isRead) {
    return (
      <ReadError
        page="Case"
        title="This case could not be read."
        detail="Nothing is lost: what was ingested stays where it is. The list of cases may still work."
        retryHref={caseViewHref(caseId, query)}
        requestId={read.requestId}
      />
    );
  }
  const { model, trail, labels, cohorts, unread } = read.value;
  if (model === null || labels === null) notFound();
  return (
    <CaseView
      model={model}
      sequence={sequence}
      trail={trail}
      workspace={name}
      dropped={dropped}
      actions={actions}
      labels={labels}
      unread={unread}
      mayChange={may(viewer, "settings")}
      canLabel={may(viewer, "label")}
      canPack={may(viewer, "evidence")}
      cohortAdding={cohorts === null ? null : { cohorts, onAdd: addToCohort }}
    />
  );
}

async function loadTrail(
  seen: SeenWorkspace,
  caseId: string,
  list: string,
  asOfUs: number,
): Promise<CaseTrail> {
  const { query } = casesCodec.parse(rawParams(list));
  return prepareCaseTrail(
    query,
    list,
    await askReader("loadCaseNeighbours", seen, query, caseId, asOfUs),
  );
}
