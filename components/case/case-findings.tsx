import type { FindingGroup } from "@/lib/pages/case/case-page-model";
import { formatCount } from "@/lib/format/format";
import { Card } from "../ui/card";
import { MaskedText } from "../ui/masked-text";

/** Data quality findings about the case's traces. */
export function CaseFindings({ findings }: { findings: readonly FindingGroup[] }) {
  if (findings.length === 0) return null;
  return (
    <Card
      title="What is wrong with the data"
      subtitle="Everything was kept; read the case with this in mind."
    >
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
