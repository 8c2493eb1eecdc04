import type { ReactNode } from "react";

type PageHeaderProps = { title: string; crumbs?: ReactNode; children?: ReactNode };

/** A page's finding as its heading, with the way back above and what qualifies it below. */
export function PageHeader({ title, crumbs, children }: PageHeaderProps) {
  return (
    <header className="grid gap-1.5">
      {crumbs === undefined ? null : (
        <nav aria-label="Breadcrumb" className="text-secondary text-text-faint">
          {crumbs}
        </nav>
      )}
      <h1 className="max-w-[74ch] text-lede font-semibold tracking-tight text-pretty [overflow-wrap:anywhere]">
        {title}
      </h1>
      {children}
    </header>
  );
}
