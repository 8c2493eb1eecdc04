import type { FindingsModel } from "@/lib/analytics/findings/finding-model";
import { Unbroken } from "@/components/ui/unbroken";

type TopFindingsProps = { findings: FindingsModel };

/** What matters most on a page, each a link to the page that shows it. */
export function TopFindings({ findings: { lead, items } }: TopFindingsProps) {
  return (
    <section aria-label="Findings">
      <p>{lead}</p>
      {items.length === 0 ? null : (
        <ol className="list-decimal pl-5">
          {items.map(({ id, words, size, href }) => (
            <li key={id}>
              <a className="text-link hover:underline" href={href}>
                <Unbroken words={words} />
              </a>{" "}
              <span className="text-text-muted">({size})</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
