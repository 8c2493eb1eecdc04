import Link from "next/link";
import type { CaselessSpans } from "@/lib/domain/settings/settings-suggestions";
import { formatCount, formatCounted } from "@/lib/format/format";
import { settingsHref } from "@/lib/pages/settings/url";
import { buttonClasses } from "../ui/button-classes";

type CaselessNoticeProps = { caseless: CaselessSpans; mayChange: boolean };

/** Above each page where spans came in and no case could be made of them: what could be read as one. */
export function CaselessNotice({ caseless: { spans, keys }, mayChange }: CaselessNoticeProps) {
  const [first] = keys;
  return (
    <aside
      aria-label="Spans without a case"
      className="grid gap-2 rounded-card border border-border bg-panel px-3 py-2 max-roomy:order-first"
    >
      <p>
        <strong className="font-semibold">
          {formatCounted(spans, "span")} {spans === 1 ? "is" : "are"} here, and none names a case.
        </strong>{" "}
        {keys.length === 0
          ? "Nothing in them looks like the number of a case: give each span the attribute "
          : "Either give each span the attribute "}
        <code>case_id</code>
        {keys.length === 0 ? "." : ", or read one of these keys as the case:"}
      </p>
      {keys.length === 0 ? null : (
        <ul className="flex flex-wrap gap-2">
          {keys.map(({ key, spans: having, isSession }) => (
            <li key={key}>
              {mayChange ? (
                <Link
                  className={key === first?.key ? buttonClasses.primary : buttonClasses.default}
                  href={settingsHref({ caseKey: key })}
                  prefetch={false}
                >
                  Read <code>{key}</code> ({formatCount(having)}) as the case
                </Link>
              ) : (
                <span>
                  <code>{key}</code> ({formatCount(having)}
                  {isSession ? ", a session" : ""})
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="text-secondary text-text-muted">
        {mayChange
          ? "You see which cases it makes before anything is kept. A key whose value is the same on every span of a conversation, and another for the next case, is the right one."
          : "An admin or an engineer can have one of them read as the case, under Settings."}
      </p>
    </aside>
  );
}
