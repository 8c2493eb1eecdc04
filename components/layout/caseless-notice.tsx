import type { CaselessSpans } from "@/lib/domain/settings/settings-suggestions";
import { formatCounted } from "@/lib/format/format";
import { CaseKeys } from "./case-keys";

type CaselessNoticeProps = { caseless: CaselessSpans; mayChange: boolean };

/** Above each page where spans came in and no case could be made of them: what could be read as one. */
export function CaselessNotice({ caseless: { spans, keys }, mayChange }: CaselessNoticeProps) {
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
      <CaseKeys keys={keys} mayChange={mayChange} />
    </aside>
  );
}
