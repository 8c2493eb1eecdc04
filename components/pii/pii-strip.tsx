import Link from "next/link";
import type { PiiFigure } from "@/lib/pages/pii/pii-model";

/** The page's figures, each of which opens what it counts. */
export function PiiStrip({ figures }: { figures: readonly PiiFigure[] }) {
  return (
    <ul
      aria-label="Figures"
      className="grid divide-border rounded-card border border-border bg-panel roomy:grid-flow-col roomy:auto-cols-fr roomy:divide-x max-roomy:divide-y"
    >
      {figures.map(({ name, value, basis, href, isBad }) => (
        <li key={name} className="grid content-start gap-0.5 px-4 py-3">
          <span className="text-secondary text-text-muted">{name}</span>
          <b className={`text-lede tabular-nums ${isBad ? "text-fail" : ""}`}>
            {href === null ? (
              value
            ) : (
              <Link className="hover:underline" href={href} prefetch={false}>
                {value}
              </Link>
            )}
          </b>
          <span className="text-secondary text-pretty text-text-faint">{basis}</span>
        </li>
      ))}
    </ul>
  );
}
