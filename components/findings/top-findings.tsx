import type { FindingsModel } from "@/lib/analytics/findings/finding-model";
import { findingPageWords } from "@/lib/pages/findings/words/page";
import { Unbroken } from "@/components/ui/unbroken";
import { AlertMe } from "../alerts/alert-me";

type TopFindingsProps = {
  findings: FindingsModel;
  /** Whether the viewer may have alerts. */
  mayAlert: boolean;
};

/** Stands where findings will: as high as three of them, so that little below moves when they are there. */
export function FindingsPending() {
  return (
    <section
      aria-label={findingPageWords.findings}
      aria-busy
      className="min-h-[6lh] max-roomy:min-h-[11lh]"
    >
      <p className="text-text-muted">{findingPageWords.pending}</p>
    </section>
  );
}

/** Says that findings could not be read. */
export function FindingsUnread({ requestId }: { requestId: string }) {
  return (
    <section aria-label={findingPageWords.findings}>
      <p>{findingPageWords.unread(requestId)}</p>
    </section>
  );
}

/** What matters most on a page, each a link to the page that shows it. */
export function TopFindings({ findings: { lead, items, note }, mayAlert }: TopFindingsProps) {
  return (
    <section aria-label={findingPageWords.findings}>
      <p>{lead}</p>
      {items.length === 0 ? null : (
        <ol className="list-decimal pl-5">
          {items.map(({ id, words, basis, size, href, alertHref }) => (
            <li key={id}>
              <a className="text-link underline" href={href}>
                <Unbroken words={words} />
              </a>{" "}
              <span className="text-text-muted">
                <Unbroken words={`(${[basis, size].filter(Boolean).join("; ")})`} />
              </span>{" "}
              {mayAlert ? <AlertMe href={alertHref} about={words} /> : null}
            </li>
          ))}
        </ol>
      )}
      {note === "" ? null : <p className="text-secondary text-text-muted">{note}</p>}
    </section>
  );
}
