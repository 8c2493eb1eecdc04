import Link from "next/link";
import type { DataHealthModel } from "@/lib/pages/data-health/data-health-model";
import { formatCounted } from "@/lib/format/format";
import { Card } from "@/components/ui/card";
import { MaskedText } from "@/components/ui/masked-text";

type OversizedCardProps = Pick<DataHealthModel, "oversized" | "oversizedTotal">;

/** Ids shared by too many traces to identify a case or a customer. */
export function OversizedCard({ oversized, oversizedTotal }: OversizedCardProps) {
  const more = oversizedTotal - oversized.length;
  return (
    <Card
      title={`${formatCounted(oversizedTotal, "id")} too common to connect anything`}
      subtitle="Everything was kept and counts; only what such an id would connect stays apart"
    >
      <ul className="grid gap-3">
        {oversized.map(({ label, href, because, remedy }) => (
          <li key={label} className="grid gap-0.5 [overflow-wrap:anywhere]">
            {href === null ? (
              <p className="font-semibold">
                <MaskedText text={label} />
              </p>
            ) : (
              <Link className="leading-6 text-link hover:underline" href={href} prefetch={false}>
                <MaskedText text={label} />
              </Link>
            )}
            <p className="text-secondary text-text-muted">
              {because} {remedy}
            </p>
          </li>
        ))}
        {more > 0 ? <li className="text-text-faint">and {formatCounted(more, "other")}</li> : null}
      </ul>
    </Card>
  );
}
