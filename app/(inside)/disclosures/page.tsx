import type { Metadata } from "next";
import { DisclosuresView } from "@/components/disclosures/disclosures-view";
import { ReadError } from "@/components/layout/read-error";
import { loadActorNames } from "@/lib/auth/actor-names";
import { requireViewer } from "@/lib/auth/require-viewer";
import { may } from "@/lib/domain/people/permission";
import { disclosuresCodec, disclosuresHref } from "@/lib/pages/disclosures/url";
import type { PageProps } from "@/lib/format/address/raw-params";
import { loadWithRulesBehind } from "@/lib/pipeline/settings/rules-behind";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { pageViewsOf } from "../../page-views-of";
import { readOrReport } from "../../read-or-report";
import { shownWorkspace } from "../../shown-workspace";
import { reviewFindings } from "./actions";

export const metadata: Metadata = { title: "Disclosures" };

/** The Disclosures page. */
export default async function DisclosuresPage({ searchParams }: PageProps) {
  const viewer = await requireViewer("view-text");
  const raw = await searchParams;
  const { query, dropped } = disclosuresCodec.parse(raw);
  const { path, asOfUs } = await shownWorkspace();
  const seen = { path, scope: viewer.scope };
  const load = async () => ({
    model: await askReader(
      "loadDisclosuresPage",
      seen,
      query,
      asOfUs,
      { viewer: viewer.actor, names: await loadActorNames() },
      { review: may(viewer, "review"), signOff: may(viewer, "sign-off") },
    ),
    onReview: may(viewer, "review") ? reviewFindings : null,
    canPack: may(viewer, "evidence"),
    saved: await pageViewsOf("/disclosures", viewer, raw, disclosuresHref(query)),
  });
  const read = await readOrReport("disclosures", () => loadWithRulesBehind(seen, load));
  if (read.isRead) return <DisclosuresView {...read.value} dropped={dropped} />;
  return (
    <ReadError
      page="Disclosures"
      title="The disclosures could not be read."
      detail="Nothing is lost: they are counted from the cases whenever they are shown."
      retryHref={disclosuresHref(query)}
      requestId={read.requestId}
    />
  );
}
