import type { ReactNode } from "react";

/** The empty state of a page or panel: a title, a reason and what to do. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid justify-items-start gap-3 rounded-card border border-border bg-panel px-6 py-8">
      <h2 className="text-lede font-semibold">{title}</h2>
      {children}
    </section>
  );
}
