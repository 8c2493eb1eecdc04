"use client";

import { InlineAlert } from "../ui/inline-alert";
import { useRefresh } from "../layout/use-refresh";
import { waiting } from "@/lib/pages/case/words/changes";

const refreshMs = 600;

/** Says that the case is being derived, and refreshes the page until it is. */
export function WaitingNotice() {
  useRefresh(refreshMs);
  return (
    <div role="status">
      <InlineAlert>{waiting}</InlineAlert>
    </div>
  );
}
