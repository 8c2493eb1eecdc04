import type { Metadata } from "next";
import { LiveView } from "@/components/live/live-view";
import { ReadError } from "@/components/layout/read-error";
import { loadAssignees } from "@/lib/auth/load-assignees";
import { requireViewer } from "@/lib/auth/require-viewer";
import { may } from "@/lib/domain/people/permission";
import type { PageProps } from "@/lib/format/address/raw-params";
import { liveCodec, liveHref } from "@/lib/pages/live/url";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { addNote } from "../cases/[caseId]/actions";
import { liveViewer } from "../../live-viewer";
import { nowUs } from "@/lib/clock/server";
import { readOrReport } from "../../read-or-report";
import { shownWorkspace } from "../../shown-workspace";
import { assignCase, handleCase, snoozeCase } from "./actions";

export const metadata: Metadata = { title: "Live" };

/** The Live page. */
export default async function LivePage({ searchParams }: PageProps) {
  const viewer = await requireViewer("view-text");
  const { query, dropped } = liveCodec.parse(await searchParams);
  const { path, name } = await shownWorkspace();
  const read = await readOrReport("Live", async () => {
    const who = await liveViewer(viewer.actor, name, query);
    return {
      model: await askReader("loadLivePage", { path, scope: viewer.scope }, query, who, nowUs()),
      assignees: may(viewer, "override") ? await loadAssignees(viewer) : null,
    };
  });
  if (!read.isRead) {
    return (
      <ReadError
        page="Live"
        title="The open cases could not be read."
        detail="Nothing is lost: they are read from the cases whenever they are shown."
        retryHref={liveHref(query)}
        requestId={read.requestId}
      />
    );
  }
  const { model, assignees } = read.value;
  const actions = { onAssign: assignCase, onSnooze: snoozeCase, onHandle: handleCase };
  return (
    <LiveView
      model={model}
      dropped={dropped}
      actions={assignees === null ? null : { ...actions, assignees, onNoteAdd: addNote }}
    />
  );
}
