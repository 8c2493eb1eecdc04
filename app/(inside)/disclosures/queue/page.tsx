import type { Metadata } from "next";
import { QueueView } from "@/components/disclosures/queue/queue-view";
import { ReadError } from "@/components/layout/read-error";
import { loadActorNames } from "@/lib/auth/actor-names";
import { requireViewer } from "@/lib/auth/require-viewer";
import { may } from "@/lib/domain/people/permission";
import { queueCodec, queueHref } from "@/lib/pages/disclosures/queue/url";
import type { PageProps } from "@/lib/format/address/raw-params";
import { loadWithRulesBehind } from "@/lib/pipeline/settings/rules-behind";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { readOrReport } from "../../../read-or-report";
import { shownWorkspace } from "../../../shown-workspace";
import { reviewFindings } from "../actions";

export const metadata: Metadata = { title: "My review queue" };

/** The findings of disclosure rules that wait for the reviewer. */
export default async function QueuePage({ searchParams }: PageProps) {
  const viewer = await requireViewer("review");
  const { actor, scope } = viewer;
  const { query, dropped } = queueCodec.parse(await searchParams);
  const { name, path, asOfUs } = await shownWorkspace();
  const seen = { path, scope };
  const load = async () => ({
    model: await askReader("loadQueue", name, seen, query, asOfUs, {
      viewer: actor,
      names: await loadActorNames(),
    }),
  });
  const read = await readOrReport("the review queue", () => loadWithRulesBehind(seen, load));
  if (read.isRead) {
    return (
      <QueueView
        {...read.value}
        dropped={dropped}
        onReview={reviewFindings}
        canPack={may(viewer, "evidence")}
      />
    );
  }
  return (
    <ReadError
      page="My review queue"
      title="The queue could not be read."
      detail="No decision is lost: they are stored as they are taken."
      retryHref={queueHref(query)}
      requestId={read.requestId}
    />
  );
}
