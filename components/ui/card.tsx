import type { ReactNode } from "react";

type CardProps = { title: string; subtitle?: string; isFlush?: boolean; children: ReactNode };

/** A titled box. `isFlush` lets its content reach the edges. */
export function Card({ title, subtitle, isFlush = false, children }: CardProps) {
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] content-start rounded-card border border-border bg-panel">
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
