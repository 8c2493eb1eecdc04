import type { ReactNode } from "react";

type PageHeaderProps = {
  title: string;
  crumbs?: ReactNode;
  /** Buttons, at the right where there is room. */
  actions?: ReactNode;
  children?: ReactNode;
};

/** A page's heading with breadcrumbs above and details below. */
export function PageHeader({ title, crumbs, actions, children }: PageHeaderProps) {
  return (
    <header className="grid gap-1.5">
      {crumbs === undefined ? null : (
        <nav aria-label="Breadcrumb" className="text-secondary text-text-faint">
          {crumbs}
        </nav>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h1 className="max-w-[74ch] min-w-0 flex-[1_1_360px] text-lede font-semibold tracking-tight text-pretty [overflow-wrap:anywhere]">
          {title}
        </h1>
        {actions}
      </div>
      {children}
    </header>
  );
}
