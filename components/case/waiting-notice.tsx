"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { InlineAlert } from "../ui/inline-alert";

const refreshMs = 600;

/** Says that the case is being derived, and refreshes the page until it is. */
export function WaitingNotice() {
  const router = useRouter();
  const [isReading, startReading] = useTransition();
  useEffect(() => {
    // Refreshes one after the other: a slow server's responses must not overtake each other.
    if (isReading) return;
    const timer = setTimeout(() => {
      startReading(() => {
        router.refresh();
      });
    }, refreshMs);
    return () => {
      clearTimeout(timer);
    };
  }, [router, isReading]);
  return (
    <div role="status">
      <InlineAlert>
        A change is being worked out. What you see is how the case stood before; the page follows by
        itself.
      </InlineAlert>
    </div>
  );
}
