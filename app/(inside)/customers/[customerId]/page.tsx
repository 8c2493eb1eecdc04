import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CustomerView } from "@/components/customer/customer-view";
import { ReadError } from "@/components/layout/read-error";
import { requireViewer } from "@/lib/auth/require-viewer";
import { may } from "@/lib/domain/people/permission";
import { customerHref } from "@/lib/pages/customer/url";
import { idOfSegment } from "@/lib/format/id-segment";
import { noParams } from "@/lib/format/address/codec";
import type { RawSearchParams } from "@/lib/format/address/raw-params";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { eraseCustomer } from "./actions";
import { readOrReport } from "../../../read-or-report";
import { shownWorkspace } from "../../../shown-workspace";

type CustomerPageProps = {
  params: Promise<{ customerId: string }>;
  searchParams: Promise<RawSearchParams>;
};

export async function generateMetadata({
  params,
}: Pick<CustomerPageProps, "params">): Promise<Metadata> {
  return { title: `Customer ${idOfSegment((await params).customerId) ?? ""}` };
}

/** One customer. */
export default async function CustomerPage({ params, searchParams }: CustomerPageProps) {
  const viewer = await requireViewer("view-text");
  const { scope } = viewer;
  const { dropped } = noParams.parse(await searchParams);
  const customerId = idOfSegment((await params).customerId);
  if (customerId === null) notFound();
  const { path, asOfUs } = await shownWorkspace();
  const read = await readOrReport("customer", () =>
    askReader("loadCustomerPage", { path, scope }, customerId, asOfUs),
  );
  if (!read.isRead) {
    return (
      <ReadError
        page="Customer"
        title="This customer could not be read."
        detail="Nothing is lost: what was ingested stays where it is. The list of cases may still work."
        retryHref={customerHref(customerId)}
        requestId={read.requestId}
      />
    );
  }
  if (read.value === null) notFound();
  return (
    <CustomerView
      model={read.value}
      dropped={dropped}
      onErase={may(viewer, "erase") ? eraseCustomer : null}
    />
  );
}
