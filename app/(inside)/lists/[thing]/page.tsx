import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReadError } from "@/components/layout/read-error";
import { ChildListView } from "@/components/lists/child-list-view";
import { loadActorNames } from "@/lib/auth/actor-names";
import { requireViewer } from "@/lib/auth/require-viewer";
import {
  listedThings,
  childListCodecs,
  childListHref,
} from "@/lib/analytics/filter/child-list-query";
import type { RawSearchParams } from "@/lib/format/address/raw-params";
import { loadWithRulesBehind } from "@/lib/pipeline/settings/rules-behind";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { readOrReport } from "../../../read-or-report";
import { shownWorkspace } from "../../../shown-workspace";

export const metadata: Metadata = { title: "List" };

/** A list of contacts, handoffs, promises, disclosures or personal values. */
export default async function ChildListPage({
  params,
  searchParams,
}: {
  params: Promise<{ thing: string }>;
  searchParams: Promise<RawSearchParams>;
}) {
  const { scope } = await requireViewer("view-cases");
  const { thing: named } = await params;
  const thing = listedThings.find((each) => each === named);
  if (thing === undefined) notFound();
  const { query, dropped } = childListCodecs[thing].parse(await searchParams);
  const { path, asOfUs } = await shownWorkspace();
  const seen = { path, scope };
  const load = async () => ({
    model: await askReader("loadChildList", seen, query, asOfUs, await loadActorNames()),
  });
  const read = await readOrReport("a list", async () =>
    thing === "disclosures" ? loadWithRulesBehind(seen, load) : { ...(await load()), behind: null },
  );
  if (read.isRead) return <ChildListView {...read.value} dropped={dropped} />;
  return (
    <ReadError
      page="List"
      title="The list could not be read."
      detail="Nothing is lost: it is computed from the cases whenever it is shown."
      retryHref={childListHref(query)}
      requestId={read.requestId}
    />
  );
}
