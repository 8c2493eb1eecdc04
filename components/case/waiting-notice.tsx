"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { InlineAlert } from "../ui/inline-alert";

const lookAgainMs = 600;

/** Says that a change is being worked out, and reads the page anew until it is. */
export function WaitingNotice() {
  const router = useRouter();
  const [isReading, startReading] = useTransition();
  useEffect(() => {
    // The next one begins when the last has ended: a slow server's answers must not overtake each other.
    if (isReading) return;
    const timer = setTimeout(() => {
      startReading(() => {
        router.refresh();
      });
    }, lookAgainMs);
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
