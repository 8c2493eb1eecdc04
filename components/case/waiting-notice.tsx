"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { InlineAlert } from "../ui/inline-alert";

const lookAgainMs = 600;

/** Says that a change is being worked out, and reads the page anew until it is. */
export function WaitingNotice() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      router.refresh();
    }, lookAgainMs);
    return () => {
      clearInterval(timer);
    };
  }, [router]);
  return (
    <div role="status">
      <InlineAlert>
        A change is being worked out. What you see is how the case stood before; the page follows by
        itself.
      </InlineAlert>
    </div>
  );
}
