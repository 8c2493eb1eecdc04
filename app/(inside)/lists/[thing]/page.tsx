import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReadError } from "@/components/layout/read-error";
import { ChildListView } from "@/components/lists/child-list-view";
import { requireViewer } from "@/lib/auth/require-viewer";
import { loadPartList } from "@/lib/pages/lists/load";
import { listedThings, partListCodecs, partListHref } from "@/lib/analytics/filter/part-list-query";
import type { RawSearchParams } from "@/lib/format/address/raw-params";
import { nowUs } from "../../../now-us";
import { readOrReport } from "../../../read-or-report";
import { shownWorkspace } from "../../../shown-workspace";

export const metadata: Metadata = { title: "List" };

/** A list of contacts, handoffs or promises. */
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
  const { query, dropped } = partListCodecs[thing].parse(await searchParams);
  const { path } = await shownWorkspace();
  const read = await readOrReport("a list", () => loadPartList({ path, scope }, query, nowUs()));
  if (read.isRead) return <ChildListView model={read.value} dropped={dropped} />;
  return (
    <ReadError
      page="List"
      title="The list could not be read."
      detail="Nothing is lost: it is computed from the cases whenever it is shown."
      retryHref={partListHref(query)}
      requestId={read.requestId}
    />
  );
}
