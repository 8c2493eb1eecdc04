import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { isDialogOpen } from "./is-dialog-open";
import { isServerReady } from "./is-server-ready";

/**
 * Reads the page again and again while the component is shown, so long after each answer. While the server is away,
 * or a dialog is open, the page stays as it is.
 */
export function useRefresh(refreshMs: number): void {
  const router = useRouter();
  const [isReading, startReading] = useTransition();
  useEffect(() => {
    // Refreshes one after the other: a slow server's responses must not overtake each other.
    if (isReading) return;
    const timer = setTimeout(() => {
      startReading(async () => {
        if (!isDialogOpen() && (await isServerReady())) router.refresh();
      });
    }, refreshMs);
    return () => {
      clearTimeout(timer);
    };
  }, [router, isReading, refreshMs]);
}
