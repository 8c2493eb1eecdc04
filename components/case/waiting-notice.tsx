"use client";

import { InlineAlert } from "../ui/inline-alert";
import { useRefresh } from "../layout/use-refresh";

const refreshMs = 600;

/** Says that the case is being derived, and refreshes the page until it is. */
export function WaitingNotice() {
  useRefresh(refreshMs);
  return (
    <div role="status">
      <InlineAlert>
        A change is being worked out. What you see is how the case stood before; the page follows by
        itself.
      </InlineAlert>
    </div>
  );
}
