import Link from "next/link";
import { auditActions } from "@/lib/domain/people/audit";
import { auditCodec, auditHref, type AuditQuery } from "@/lib/pages/audit/url";
import { buttonClasses } from "../ui/button-classes";

const labelLook = "grid gap-1 text-secondary font-semibold text-text-muted";
const controlLook =
  "min-h-7 min-w-0 max-w-full rounded-control border border-border-strong bg-panel px-1.5 font-normal text-text max-roomy:min-h-9";

/** The audit's filters as a GET form; works without JavaScript. */
export function AuditFilter({ query }: { query: AuditQuery }) {
  return (
    // Remounts the form when the address changes: uncontrolled fields keep what was typed.
    <form key={auditHref(query)} className="flex flex-wrap items-end gap-2" action="/audit">
      <label className={labelLook}>
        What
        <select name="action" className={controlLook} defaultValue={query.action ?? ""}>
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
      <FilterDay label="From" name="from" value={query.days.from} />
      <FilterDay label="To" name="to" value={query.days.to} />
      <button type="submit" className={`${buttonClasses.default} cursor-pointer`}>
        Filter
      </button>
      <Link className={buttonClasses.quiet} href={auditHref(auditCodec.defaultValue)}>
        Show all
      </Link>
    </form>
  );
}

type FilterFieldProps = { label: string; name: string; value: string | null };

function FilterLine({ label, name, value }: FilterFieldProps) {
  return (
    <label className={labelLook}>
      {label}
      <input
        name={name}
        type="text"
        maxLength={200}
        defaultValue={value ?? ""}
        className={`${controlLook} w-44`}
      />
    </label>
  );
}

function FilterDay({ label, name, value }: FilterFieldProps) {
  return (
    <label className={labelLook}>
      {label}
      <input name={name} type="date" defaultValue={value ?? ""} className={controlLook} />
    </label>
  );
}
