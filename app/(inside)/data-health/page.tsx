import type { Metadata } from "next";
import { HealthView } from "@/components/data-health/health-view";
import { ReadError } from "@/components/layout/read-error";
import { lastWorkerProblem } from "@/lib/pipeline/worker/worker-client";
import { loadTokenNames } from "@/lib/auth/access-page";
import { requireViewer } from "@/lib/auth/require-viewer";
import { may } from "@/lib/domain/people/permission";
import { hasOneSidedCasesOnly } from "@/lib/analytics/load/has-spans";
import { readCaselessSpans, readUnreadWords } from "@/lib/pipeline/settings/settings-page";
import { healthCodec, healthHref } from "@/lib/pages/data-health/url";
import type { PageProps } from "@/lib/format/address/raw-params";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { nowUs } from "@/lib/clock/server";
import { readOrReport } from "../../read-or-report";
import { shownWorkspace } from "../../shown-workspace";

export const metadata: Metadata = { title: "Data health" };

/** The Data health page. */
export default async function DataHealthPage({ searchParams }: PageProps) {
  const viewer = await requireViewer("view-data-health");
  const { query, dropped } = healthCodec.parse(await searchParams);
  const { name, path } = await shownWorkspace();
  const read = await readOrReport("data health", async () => {
    const model = await askReader(
      "loadDataHealth",
      path,
      query,
      nowUs(),
      viewer.isDemo ? null : lastWorkerProblem(),
    );
    // Where no span has a case, the notice above every page names the keys.
    const isPartly = model !== null && model.feeds !== null && model.unassignedSpans > 0;
    const found = (await hasOneSidedCasesOnly(path)) ? null : await readUnreadWords(name);
    const unread = found !== null && found.keys.length + found.roles.length > 0 ? found : null;
    const caseKeys = isPartly ? ((await readCaselessSpans(name))?.keys ?? []) : [];
    const isOfTokens = model !== null && model.queue.senders.length > 0 && !viewer.isDemo;
    const tokenNames = isOfTokens ? await loadTokenNames() : {};
    return { model, caseKeys, unread, tokenNames };
  });
  if (read.isRead) {
    return <HealthView {...read.value} mayChange={may(viewer, "settings")} dropped={dropped} />;
  }
  return (
    <ReadError
      page="Data health"
      title="The state of the data could not be read."
      detail="Nothing is lost: what was ingested stays where it is. The list of cases may still work."
      retryHref={healthHref(query)}
      requestId={read.requestId}
    />
  );
}
