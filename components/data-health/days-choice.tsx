import Link from "next/link";
import { healthHref, type HealthDays } from "@/lib/pages/data-health/url";

type DaysChoiceProps = { offered: readonly HealthDays[]; chosen: HealthDays };

/** Chooses the number of days; nothing where the data is too short for a choice. */
export function DaysChoice({ offered, chosen }: DaysChoiceProps) {
  if (offered.length < 2) return null;
  return (
    <nav aria-label="Time shown" className="flex flex-wrap gap-1 px-4 pb-1 text-secondary">
      {offered.map((days) => (
        <Link
          key={days}
          className={`flex min-h-6 items-center rounded-chip border px-2 ${days === chosen ? "border-border-strong bg-selected font-semibold" : "border-border text-text-muted hover:bg-hover"}`}
          href={healthHref({ days })}
          aria-current={days === chosen ? "true" : undefined}
          prefetch={false}
          scroll={false}
        >
          {String(days / 7)} weeks
        </Link>
      ))}
    </nav>
  );
}
