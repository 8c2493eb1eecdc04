import Link from "next/link";
import type { EvidenceModel } from "@/lib/pages/overview/overview-model";
import { evidenceWords } from "@/lib/pages/overview/words";

const linkLook = "inline-flex min-h-6 items-center text-link hover:underline";

/** What would show how cases end: how much of it there is, and how to send it. */
export function ClosingEvidence({ evidence }: { evidence: EvidenceModel }) {
  const { title, rows, note } = evidence;
  return (
    <section className="rounded-card border border-border bg-panel break-inside-avoid">
      <header className="flex items-start justify-between gap-x-3 px-4 pt-3 pb-2">
        <h2 className="font-semibold text-pretty">{title}</h2>
        <p className="flex flex-none flex-wrap gap-x-4 text-secondary print:hidden">
          <Link className={linkLook} href="/ingest" prefetch={false}>
            {evidenceWords.links.ingest}
          </Link>
          <Link className={linkLook} href="/data-health" prefetch={false}>
            {evidenceWords.links.health}
          </Link>
        </p>
      </header>
      <dl className="grid px-4 pb-3">
        {rows.map(({ words, count, href, how }) => (
          <div
            key={words}
            className="grid gap-x-4 border-t border-border py-2 roomy:grid-cols-[fit-content(40%)_minmax(0,1fr)]"
          >
            <dt className="flex min-w-72 items-baseline justify-between gap-3 tabular-nums">
              <span>{words}</span>
              {href === null ? (
                <span className="text-text-muted">{evidenceWords.cases(count)}</span>
              ) : (
                <Link className={linkLook} href={href} prefetch={false}>
                  {evidenceWords.cases(count)}
                </Link>
              )}
            </dt>
            <dd className="text-secondary text-pretty text-text-muted">{how}</dd>
          </div>
        ))}
      </dl>
      {note === "" ? null : (
        <p className="border-t border-border px-4 py-2 text-secondary text-text-muted">{note}</p>
      )}
    </section>
  );
}
