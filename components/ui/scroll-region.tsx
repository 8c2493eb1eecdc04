import type { ReactNode } from "react";

type ScrollRegionProps = { label: string; look?: string; children: ReactNode };

/** Scrolls wide content sideways, also by keyboard. @param props `label`: accessible name */
export function ScrollRegion({ label, look, children }: ScrollRegionProps) {
  return (
    <div
      className={look === undefined ? "overflow-x-auto" : `overflow-x-auto ${look}`}
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      {children}
    </div>
  );
}
