import type { FindingGroup } from "@/lib/pages/case/case-page-model";
import { formatCount } from "@/lib/format/format";
import { Card } from "../ui/card";
import { MaskedText } from "../ui/masked-text";
import { findings as words } from "@/lib/pages/case/words/page";

/** Data quality findings about the case's traces. */
export function CaseFindings({ findings }: { findings: readonly FindingGroup[] }) {
  if (findings.length === 0) return null;
  return (
    <Card title={words.title} subtitle={words.subtitle}>
      <ul className="grid gap-2">
        {findings.map(({ label, count, details }) => (
          <li key={label}>
            <p>
              {label} <span className="text-text-faint">× {formatCount(count)}</span>
            </p>
            <ul className="text-secondary text-text-muted [overflow-wrap:anywhere]">
              {details.map((detail) => (
                <li key={detail}>
                  <MaskedText text={detail} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  );
}
