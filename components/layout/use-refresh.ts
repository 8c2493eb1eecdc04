import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

/** Reads the page again and again while the component is shown, so long after each answer. */
export function useRefresh(refreshMs: number): void {
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
  }, [router, isReading, refreshMs]);
}
