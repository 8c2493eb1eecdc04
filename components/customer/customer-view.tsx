"use client";

import Link from "next/link";
import type { CustomerPageModel } from "@/lib/pages/customer/customer-page-model";
import { formatInstant } from "@/lib/format/format";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { DroppedNotice } from "../layout/dropped-notice";
import { PageHeader } from "../layout/page-header";
import { InlineAlert } from "../ui/inline-alert";
import { MaskedText } from "../ui/masked-text";
import { CustomerCases } from "./customer-cases";
import { CustomerLanes } from "./customer-lanes";
import { EraseCustomer, type OnErase } from "./erase-customer";
import { RecurringIssues } from "./recurring-issues";
import { page } from "@/lib/pages/customer/words";

type CustomerViewProps = {
  model: CustomerPageModel;
  dropped: readonly DroppedParam[];
  /** Null: the viewer may not. */
  onErase: OnErase | null;
};

/** The Customer page: every case on one axis, and what was tried where an issue came back. */
export function CustomerView({ model, dropped, onErase }: CustomerViewProps) {
  const { customerId, cases, total } = model;
  return (
    <>
      <PageHeader
        title={model.title}
        crumbs={<Crumbs />}
        actions={onErase === null ? null : <EraseCustomer customer={model} onErase={onErase} />}
      >
        <p className="text-text-muted [overflow-wrap:anywhere]">
          {page.customer}{" "}
          <code className="font-mono font-semibold text-text">
            <MaskedText text={customerId} />
          </code>{" "}
          {page.contacts(model.touchpoints, formatInstant(model.asOfUs, "minute"))}
        </p>
      </PageHeader>
      <DroppedNotice dropped={dropped} />
      {cases.length === total ? null : (
        <InlineAlert>{page.latest(cases.length, total)}</InlineAlert>
      )}
      <CustomerLanes model={model} />
      <CustomerCases model={model} />
      <RecurringIssues issues={model.issues} />
    </>
  );
}

function Crumbs() {
  return (
    <Link className="text-link hover:underline" href="/cases">
      {page.cases}
    </Link>
  );
}
