"use client";

import type { DroppedParam } from "@/lib/format/address/raw-params";
import type { ReactNode } from "react";
import type { CohortModel } from "@/lib/pages/cohorts/cohort-model";
import { PlainTableCard } from "../handoffs/plain-table-card";
import { DroppedNotice } from "../layout/dropped-notice";
import { PageHeader } from "../layout/page-header";
import { Card } from "../ui/card";
import { CopyButton } from "../ui/copy-button";
import { Icon } from "../ui/icon";
import { Instant } from "../ui/instant";
import { MaskedText } from "../ui/masked-text";
import { Pager } from "../ui/pager";
import { StatusBadge } from "../ui/status-badge";
import { CohortItems } from "./cohort-items";

type CohortViewProps = {
  model: CohortModel;
  dropped: readonly DroppedParam[];
  crumbs: ReactNode;
  /** Buttons: freeze, export. */
  actions?: ReactNode;
};

/** A cohort: what it can tell, what it lacks, its case types and its cases. */
export function CohortView({ model, dropped, crumbs, actions }: CohortViewProps) {
  const { name, lede, warnings, certainty, strata, items, pagination } = model;
  return (
    <>
      <PageHeader title={`Cohort ${name}`} crumbs={crumbs} actions={actions}>
        <p className="max-w-prose text-pretty">{lede}</p>
        <CohortFacts model={model} />
      </PageHeader>
      <DroppedNotice dropped={dropped} />
      {warnings.length === 0 ? null : (
        <Card title="What it lacks">
          <ul className="grid max-w-[90ch] gap-1">
            {warnings.map((warning) => (
              <li key={warning} className="flex gap-2 [overflow-wrap:anywhere]">
                <span className="pt-0.5 text-warn">
                  <Icon name="warn" isBold />
                </span>
                <span className="min-w-0 text-pretty">
                  <MaskedText text={warning} />
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {certainty.length === 0 ? null : (
        <Card title="How sure the gate can be">
          <ul className="grid max-w-[90ch] list-disc gap-1 pl-4 text-text-muted">
            {certainty.map((sentence) => (
              <li key={sentence} className="text-pretty">
                {sentence}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {strata === null ? null : <PlainTableCard table={strata} />}
      {items.length === 0 ? null : (
        <Card
          title="Cases"
          subtitle="What is replayed of each, and what should come of it; later data do not change it"
          isFlush
        >
          <CohortItems items={items} />
          <Pager label="Pages of cases" pagination={pagination} />
        </Card>
      )}
    </>
  );
}

function CohortFacts({ model: { frozen, drawn } }: Pick<CohortViewProps, "model">) {
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-0.5">
      <dt className="text-text-muted">Frozen</dt>
      <dd>
        {frozen === null ? (
          <StatusBadge tone="none" label="not yet: cases can still be added and taken out" />
        ) : (
          <>
            as version {frozen.version} on <Instant atUs={frozen.atUs} style="minute" />
          </>
        )}
      </dd>
      {frozen === null ? null : (
        <>
          <dt className="text-text-muted">SHA-256</dt>
          <dd className="flex items-center gap-2">
            <code className="[overflow-wrap:anywhere]">{frozen.sha256}</code>
            <CopyButton text={frozen.sha256} label="Copy the hash" />
          </dd>
        </>
      )}
      {drawn === "" ? null : (
        <>
          <dt className="text-text-muted">Cases</dt>
          <dd className="max-w-prose text-pretty">{drawn}</dd>
        </>
      )}
    </dl>
  );
}
