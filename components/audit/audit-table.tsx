import type { ShownAuditRow } from "@/lib/pages/audit/audit-model";
import { targetWords } from "@/lib/pages/audit/target-words";
import { actionWords } from "@/lib/pages/audit/url";
import { Instant } from "../ui/instant";

type AuditTableProps = {
  rows: readonly ShownAuditRow[];
  /** Names of accounts by public id. */
  names: ReadonlyMap<string, string>;
};

/** Rows of the audit, newest first. */
export function AuditTable({ rows, names }: AuditTableProps) {
  return (
    <table>
      <caption className="sr-only">Who did what, newest first</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">From</th>
          <th scope="col">Before and after</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={row.seq ?? at}>
            <td>
              <span className="text-secondary text-text-faint">{row.seq}</span>{" "}
              {actionWords(row.action)}
              {row.workspace === null ? "" : `, workspace ${row.workspace}`}
              <Target row={row} names={names} />
            </td>
            <td data-lead="">
              <span className="text-secondary text-text-muted">
                <Instant atUs={row.atUs} style="minute" />
              </span>
            </td>
            <td data-label="By">
              <Named id={row.actor} names={names} />
            </td>
            <td data-label="From" data-end="">
              {row.network}
            </td>
            <td>
              <Values before={row.before} after={row.after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Target({ row, names }: { row: ShownAuditRow; names: AuditTableProps["names"] }) {
  if (row.target === null) return null;
  const words = targetWords(row);
  return <>: {words ?? <Named id={row.target} names={names} />}</>;
}

/** An id with the account's name. */
function Named({ id, names }: { id: string; names: ReadonlyMap<string, string> }) {
  const name = names.get(id) ?? (id.startsWith("cli-") ? "Command line" : undefined);
  return (
    <span className="[overflow-wrap:anywhere]">
      {name === undefined ? null : `${name} `}
      <code className="text-secondary text-text-muted">{id}</code>
    </span>
  );
}

function Values({ before, after }: Pick<ShownAuditRow, "before" | "after">) {
  if (before === null && after === null) return null;
  return (
    <details className="text-secondary">
      <summary className="min-h-6 leading-6 text-text-muted">Values</summary>
      {before === null ? null : <ValueLine label="Before" json={before} />}
      {after === null ? null : <ValueLine label="After" json={after} />}
    </details>
  );
}

function ValueLine({ label, json }: { label: string; json: string }) {
  return (
    <p>
      {label}: <code className="[overflow-wrap:anywhere]">{json}</code>
    </p>
  );
}
