import Link from "next/link";
import { auditActions, type AuditRow } from "@/lib/domain/audit";
import { auditHref, defaultAuditQuery, type AuditQuery } from "@/lib/view/audit-query";
import { formatCounted } from "@/lib/view/format";
import type { DroppedParam } from "@/lib/view/search-params/field-reader";
import { DroppedNotice } from "../layout/dropped-notice";
import { PageHeader } from "../layout/page-header";
import { Pager } from "../table/pager";
import { buttonClasses } from "../ui/button-classes";
import { StatusBadge } from "../ui/status-badge";
import { AuditTable } from "./audit-table";

type AuditViewProps = {
  query: AuditQuery;
  rows: readonly AuditRow[];
  total: number;
  pageSize: number;
  check: { rows: number; head: string; faults: readonly { seq: number }[] };
  /** Names of accounts by public id. */
  names: ReadonlyMap<string, string>;
  dropped: readonly DroppedParam[];
};

/** Who did what, newest first, filtered by the address. */
export function AuditView(props: AuditViewProps) {
  const { query, rows, total, pageSize, check, names, dropped } = props;
  const fault = check.faults[0];
  const at = (page: number) => auditHref({ ...query, page });
  return (
    <>
      <DroppedNotice dropped={dropped} />
      <PageHeader
        title={
          fault === undefined
            ? `${formatCounted(check.rows, "entry", "entries")}, each as it was written`
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
      </PageHeader>
      <form className="flex flex-wrap items-end gap-2" action="/audit">
        <label className="grid gap-1 text-secondary font-semibold text-text-muted">
          What
          <select
            name="action"
            className="min-h-7 max-w-full rounded-control border border-border-strong bg-panel px-1.5 font-normal text-text max-roomy:min-h-9"
            defaultValue={query.action ?? ""}
          >
            <option value="">anything</option>
            {Object.entries(auditActions).map(([action, words]) => (
              <option key={action} value={action}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <FilterLine label="Who (id)" name="actor" value={query.actor} />
        <FilterLine label="To what" name="target" value={query.target} />
        <button type="submit" className={`${buttonClasses.default} cursor-pointer`}>
          Filter
        </button>
        <Link className={buttonClasses.quiet} href={auditHref(defaultAuditQuery)}>
          Show all
        </Link>
      </form>
      <div className="records rounded-card border border-border bg-panel">
        <AuditTable rows={rows} names={names} />
        <Pager
          label="Pages"
          page={query.page}
          pageSize={pageSize}
          total={total}
          previousHref={query.page > 1 ? at(query.page - 1) : null}
          nextHref={query.page * pageSize < total ? at(query.page + 1) : null}
        />
      </div>
    </>
  );
}

function FilterLine({ label, name, value }: { label: string; name: string; value: string | null }) {
  return (
    <label className="grid gap-1 text-secondary font-semibold text-text-muted">
      {label}
      <input
        name={name}
        type="text"
        maxLength={200}
        defaultValue={value ?? ""}
        className="min-h-7 w-44 min-w-0 rounded-control border border-border-strong bg-panel px-2 font-normal text-text max-roomy:min-h-9"
      />
    </label>
  );
}
