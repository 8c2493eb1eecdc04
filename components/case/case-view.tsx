"use client";

import type { WorkspaceName } from "@/lib/domain/workspace";
import type { CasePageModel } from "@/lib/pages/case/case-page-model";
import type { CaseLabels } from "@/lib/format/scores/label-view";
import type { CaseTrail } from "@/lib/pages/case/case-trail";
import { displayZone, formatInstant } from "@/lib/format/format";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { LabellingProvider } from "../label/labelling-provider";
import { DroppedNotice } from "../layout/dropped-notice";
import { FollowCase } from "../layout/follow-case";
import { PageHeader } from "../layout/page-header";
import { PrintHeader } from "../layout/print-header";
import { ClaimsCard } from "../score/claims-card";
import { CaseSelection } from "./timeline/case-selection";
import { TimelineCard } from "./timeline/timeline-card";
import { Card } from "../ui/card";
import type { CaseActions } from "./case-actions";
import { CaseCrumbs } from "./case-crumbs";
import { CaseEnding } from "./case-ending";
import { CaseFacts } from "./case-facts";
import { CaseFigures } from "./case-figures";
import { CaseFindings } from "./case-findings";
import { CaseFoundReasons } from "./case-found";
import { CaseLeaks } from "./case-leaks";
import { CaseLog } from "./case-log";
import { CaseMoods } from "./case-moods";
import type { CohortAdding } from "./cohort-dialog";
import { CaseToolbar } from "./case-toolbar";
import { EarlierVersionNotice } from "./earlier-version-notice";
import { FoundSteps } from "./found-steps";
import { ItemPanel } from "./panel/item-panel";
import { OtherCases } from "./other-cases";
import { Story } from "./story/story";
import { Transcript } from "./transcript";
import { WaitingNotice } from "./waiting-notice";
import { page } from "@/lib/pages/case/words/page";
import { story } from "@/lib/pages/case/words/story";
import { UnreadNotice } from "../layout/unread-notice";
import type { UnreadWords } from "@/lib/domain/settings/settings-suggestions";
import { transcript } from "@/lib/pages/case/words/transcript";

type CaseViewProps = {
  model: CasePageModel;
  /** The sequence's value that it was read at. */
  sequence: number;
  /** null: the viewer did not come from a list. */
  trail: CaseTrail | null;
  workspace: WorkspaceName;
  dropped: readonly DroppedParam[];
  actions: CaseActions;
  labels: CaseLabels;
  /** Text of its spans that nothing reads, where no customer speaks; null: said above the page. */
  unread: UnreadWords | null;
  /** Whether the viewer may change how spans are read. */
  mayChange: boolean;
  canLabel: boolean;
  /** Whether the viewer may make evidence packs. */
  canPack: boolean;
  /** Null: the viewer may not make cohorts. */
  cohortAdding: CohortAdding | null;
};

/** The Case page: summary and figures, timeline, transcript. */
export function CaseView(props: CaseViewProps) {
  const { model, trail, workspace, dropped, actions, labels, canLabel, canPack, cohortAdding } =
    props;
  const { onLabelGive, onLabelWithdraw } = actions;
  const labelling = { caseId: model.caseId, labels, canLabel, onLabelGive, onLabelWithdraw };
  return (
    <LabellingProvider labelling={labelling}>
      <PrintHeader
        subject={page.printSubject(model.caseId, workspace)}
        period={periodWords(model)}
        dataAsOfUs={model.lastContactUs}
        evaluators={model.evaluators}
        generatedUs={model.asOfUs}
      />
      <PageHeader
        title={model.title}
        crumbs={<CaseCrumbs trail={trail} />}
        actions={<CaseToolbar {...{ model, trail, actions, canPack, cohortAdding }} />}
      >
        <CaseFacts model={model} />
      </PageHeader>
      <DroppedNotice dropped={dropped} />
      <FollowCase caseId={model.caseId} sequence={props.sequence} />
      {model.around.isWaiting ? <WaitingNotice /> : null}
      {model.isOfEarlierVersion ? <EarlierVersionNotice /> : null}
      {model.found === null ? null : <CaseFoundReasons found={model.found} />}
      {model.mergedInto !== null && model.spans === 0 ? null : <CaseFigures model={model} />}
      <CaseStory model={model} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 wide:grid-cols-[340px_minmax(0,1fr)]">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4 wide:sticky wide:top-4 wide:max-h-[calc(100dvh-2rem)] wide:overflow-y-auto">
          <CaseEnding model={model} />
          <CaseMoods moods={model.moods} />
          <CaseLog caseId={model.caseId} around={model.around} actions={actions} />
          <OtherCases model={model} />
          <CaseLeaks leaks={model.leaks} />
          <CaseFindings findings={model.findings} />
        </div>
        <section aria-labelledby="transcript" className="grid grid-cols-[minmax(0,1fr)] gap-2">
          <h2 id="transcript" className="font-semibold">
            {transcript.title}
          </h2>
          {props.unread === null ? null : (
            <UnreadNotice unread={props.unread} mayChange={props.mayChange} />
          )}
          <Transcript model={model} />
          {model.found === null || model.found.stops.length === 0 ? null : (
            <FoundSteps found={model.found} />
          )}
        </section>
      </div>
    </LabellingProvider>
  );
}

function periodWords({ openedUs, lastContactUs }: CasePageModel): string {
  if (openedUs === null) return page.periodUnknown;
  const opened = formatInstant(openedUs, "minute");
  return lastContactUs === null
    ? opened
    : page.period(opened, formatInstant(lastContactUs, "minute"));
}

/** Timeline and list of events with a shared selection; on narrow screens the list comes first. */
function CaseStory({ model }: { model: CasePageModel }) {
  const { timeline, contacts, query } = model;
  if (contacts.length === 0) return null;
  return (
    <CaseSelection items={timeline.items} failedSteps={model.failedSteps} selectedId={query.item}>
      <TimelineCard timeline={timeline} scale={query.scale} isFitted={query.isFitted} />
      <div className="flex flex-col gap-4 max-roomy:flex-col-reverse">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <ItemPanel panel={model.panel} />
          <ClaimsCard claims={model.claims} />
        </div>
        <div id="case-list" className="scroll-mt-2">
          <Card title={story.title} subtitle={story.zone(displayZone())} isFlush>
            <Story model={model} />
          </Card>
        </div>
      </div>
    </CaseSelection>
  );
}
