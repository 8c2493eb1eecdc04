import type { ReactNode } from "react";
import { Icon } from "./icon";

/** A notice about the page's content. */
export function InlineAlert({ children }: { children: ReactNode }) {
  return (
    <div className="flex gap-2 rounded-control bg-sunken px-3 py-2 text-secondary text-text-muted">
      <span className="pt-0.5">
        <Icon name="info" />
      </span>
      <div className="min-w-0 text-pretty">{children}</div>
    </div>
  );
}
