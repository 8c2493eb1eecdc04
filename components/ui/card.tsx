import type { ReactNode } from "react";
import type { FindingTopic } from "@/lib/analytics/findings/finding";

type CardProps = {
  title: string;
  subtitle?: string;
  isFlush?: boolean;
  /** The findings that it shows: their links open it. */
  topic?: FindingTopic;
  children: ReactNode;
};

/** A titled box. `isFlush` lets its content reach the edges. */
export function Card({ title, subtitle, isFlush = false, topic, children }: CardProps) {
  return (
    <section
      id={topic}
      className="grid scroll-mt-4 grid-cols-[minmax(0,1fr)] content-start rounded-card border border-border bg-panel target:border-link"
    >
      <header className="px-4 pt-3 pb-2">
        <h2 className="font-semibold">{title}</h2>
        {subtitle === undefined ? null : (
          <p className="text-secondary text-text-faint">{subtitle}</p>
        )}
      </header>
      <div className={isFlush ? "" : "grid gap-2 px-4 pb-3.5"}>{children}</div>
    </section>
  );
}
