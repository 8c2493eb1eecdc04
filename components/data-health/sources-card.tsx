import type { SourceView } from "@/lib/pages/data-health/data-health-model";
import { formatCount } from "@/lib/format/format";
import { Card } from "@/components/ui/card";

/** Which attributes spans carry their case and customer ids in. */
export function SourcesCard({ sources }: { sources: readonly SourceView[] }) {
  if (sources.length === 0) return null;
  return (
    <Card
      title="Where identities come from"
      subtitle="Spans by the place that named them; those of the latest 50,000 identities"
    >
      {sources.map(({ field, shares }) => (
        <section key={field} className="grid gap-0.5 pt-1">
          <h3 className="font-semibold">{field}</h3>
          <ul className="text-secondary">
            {shares.map(({ words, spans, percent }) => (
              <li key={words} className="flex justify-between gap-2">
                <span className="text-text-muted">{words}</span>
                <span className="whitespace-nowrap">
                  {percent} <span className="text-text-faint">n={formatCount(spans)}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}
