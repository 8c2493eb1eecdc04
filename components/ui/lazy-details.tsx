"use client";

import { useState, type ReactNode } from "react";

type LazyDetailsProps = {
  summary: string;
  className?: string;
  summaryClassName: string;
  children: ReactNode;
};

/** Details whose content is rendered when they are opened: for what is long and seldom read. */
export function LazyDetails({ summary, className, summaryClassName, children }: LazyDetailsProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      className={className}
      // It may have been opened before React was there.
      ref={(details) => {
        if (details?.open === true) setIsOpen(true);
      }}
      onToggle={(event) => {
        setIsOpen(event.currentTarget.open);
      }}
    >
      <summary className={summaryClassName}>{summary}</summary>
      {isOpen ? children : null}
    </details>
  );
}
