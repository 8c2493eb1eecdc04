import Link from "next/link";
import type { LeaksView } from "@/lib/pages/case/panel/prepare-leaks";
import { Card } from "../ui/card";
import { leaks as words } from "@/lib/pages/case/words/page";

/** Unmasked personal data that arrived in spans: a sentence with the list of spans behind it. */
export function CaseLeaks({ leaks }: { leaks: LeaksView | null }) {
  if (leaks === null) return null;
  const { says, accuracy, spans, more } = leaks;
  return (
    <Card title={words.title} subtitle={words.subtitle}>
      <p className="text-pretty">{says}</p>
      {spans.length === 0 ? null : (
        <details>
          <summary className="text-secondary text-link">{words.spans(spans.length + more)}</summary>
          <ul className="grid gap-1 pt-1 text-secondary">
            {spans.map(({ spanId, href, says: found }) => (
              <li key={href}>
                <Link
                  className="font-mono text-link hover:underline"
                  href={href}
                  prefetch={false}
                  aria-label={words.span(spanId)}
                >
                  {spanId.slice(0, 8)}
                </Link>{" "}
                <span className="text-text-muted">{found}</span>
              </li>
            ))}
            {more === 0 ? null : <li className="text-text-faint">{words.more(more)}</li>}
          </ul>
        </details>
      )}
      <p className="text-secondary text-text-faint">{words.missed(accuracy)}</p>
    </Card>
  );
}
