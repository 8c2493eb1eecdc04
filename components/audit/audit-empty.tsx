import Link from "next/link";
import { auditClauses, auditCodec, auditHref, type AuditQuery } from "@/lib/pages/audit/url";
import { displayZone, formatCounted } from "@/lib/format/format";
import { buttonClasses } from "../ui/button-classes";
import { EmptyState } from "../ui/empty-state";
import { NothingMatches } from "../ui/nothing-matches";

type AuditEmptyProps = {
  query: AuditQuery;
  /** How many rows the filters leave on all pages. */
  total: number;
};

/** The empty audit: a page beyond the last, nothing recorded yet, or nothing matching the filters. */
export function AuditEmpty({ query, total }: AuditEmptyProps) {
  const clauses = auditClauses(query, displayZone());
  if (total > 0) {
    return (
      <EmptyState title="There are not so many pages">
        <Link className={buttonClasses.default} href={auditHref({ ...query, page: 1 })}>
          Show the first of {formatCounted(total, "row")}
        </Link>
      </EmptyState>
    );
  }
  if (clauses.length === 0) {
    return (
      <EmptyState title="Nothing is recorded yet">
        <p className="text-text-muted">Sign-ins, changes and exports appear here as they happen.</p>
      </EmptyState>
    );
  }
  return (
    <NothingMatches
      sentence={
        clauses.length === 1
          ? "This filter leaves every row out:"
          : "These filters together leave every row out:"
      }
      filters={clauses.map((clause) => ({ ...clause, key: clause.name }))}
      removeLink={({ without }, { look, label, shown }) => (
        <Link className={look} href={auditHref(without)} aria-label={label}>
          {shown}
        </Link>
      )}
      clearLink={
        <Link className={buttonClasses.primary} href={auditHref(auditCodec.defaultValue)}>
          Show all
        </Link>
      }
    />
  );
}
