"use client";

import type { ShownAuditRow } from "@/lib/pages/audit/audit-model";
import { auditHref, type AuditQuery } from "@/lib/pages/audit/url";
import { formatCounted } from "@/lib/format/format";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { paginate } from "@/lib/format/address/paginate";
import { DroppedNotice } from "../layout/dropped-notice";
import { PageHeader } from "../layout/page-header";
import { Pager } from "@/components/ui/pager";
import { StatusBadge } from "../ui/status-badge";
import { AuditEmpty } from "./audit-empty";
import { AuditFilter } from "./audit-filter";
import { AuditTable } from "./audit-table";

type AuditViewProps = {
  query: AuditQuery;
  rows: readonly ShownAuditRow[];
  total: number;
  pageSize: number;
  isBlind: boolean;
  check: { entries: number | null; head: string; faults: readonly { seq: number }[] };
  /** Names of accounts by public id. */
  names: ReadonlyMap<string, string>;
  dropped: readonly DroppedParam[];
};

/** The Audit page: the filtered record, newest first. */
export function AuditView(props: AuditViewProps) {
  const { query, rows, total, pageSize, isBlind, check, names, dropped } = props;
  const fault = check.faults[0];
  return (
    <>
      <DroppedNotice dropped={dropped} />
      <PageHeader
        title={
          fault === undefined
            ? check.entries === null
              ? "Every entry is as it was written"
              : `${formatCounted(check.entries, "entry", "entries")}, each as it was written`
            : `The record was altered at row ${String(fault.seq)}`
        }
      >
        <p className="flex flex-wrap items-center gap-2 text-secondary text-text-muted">
          <StatusBadge
            tone={fault === undefined ? "pass" : "fail"}
            label={fault === undefined ? "Chain unbroken" : "Chain broken"}
          />
          <span>
            Head <code className="[overflow-wrap:anywhere]">{check.head}</code>
          </span>
        </p>
        {isBlind ? (
          <p className="max-w-[74ch] text-pretty text-text-muted">
            What others decided on findings that wait for a second review is left out until it is
            made. Until then entries are neither numbered nor counted, since gaps would tell how
            often somebody decided.
          </p>
        ) : null}
      </PageHeader>
      <AuditFilter query={query} />
      {rows.length === 0 ? (
        <AuditEmpty query={query} total={total} />
      ) : (
        <div className="records rounded-card border border-border bg-panel">
          <AuditTable rows={rows} names={names} />
          <Pager
            label="Pages"
            pagination={paginate({ page: query.page, pageSize, total }, (page) =>
              auditHref({ ...query, page }),
            )}
          />
        </div>
      )}
    </>
  );
}
