import Link from "next/link";
import type { LeaksView } from "@/lib/pages/case/panel/prepare-leaks";
import { formatCount, formatCounted } from "@/lib/format/format";
import { Card } from "../ui/card";

/** Unmasked personal data that arrived in spans: a sentence with the list of spans behind it. */
export function CaseLeaks({ leaks }: { leaks: LeaksView | null }) {
  if (leaks === null) return null;
  const { says, accuracy, spans, more } = leaks;
  return (
    <Card
      title="Personal data"
      subtitle="Masked before anything was stored; this is how it arrived."
    >
      <p className="text-pretty">{says}</p>
      {spans.length === 0 ? null : (
        <details>
          <summary className="text-secondary text-link">
            In {formatCounted(spans.length + more, "span")}
          </summary>
          <ul className="grid gap-1 pt-1 text-secondary">
            {spans.map(({ spanId, href, says: words }) => (
              <li key={href}>
                <Link
                  className="font-mono text-link hover:underline"
                  href={href}
                  prefetch={false}
                  aria-label={`Span ${spanId}`}
                >
                  {spanId.slice(0, 8)}
                </Link>{" "}
                <span className="text-text-muted">{words}</span>
              </li>
            ))}
            {more === 0 ? null : <li className="text-text-faint">and {formatCount(more)} more</li>}
          </ul>
        </details>
      )}
      <p className="text-secondary text-text-faint">
        Values the detector missed are not counted ({accuracy}).
      </p>
    </Card>
  );
}
