import { useEffect } from "react";
import { isServerReady } from "./is-server-ready";

/** Pause between two questions, milliseconds. */
const againMs = 5000;

/**
 * Loads the page's address again once the server says that it is ready; a hidden page does so when it is seen again.
 * @param isAwaited false: nothing is asked
 */
export function useReloadWhenReady(isAwaited: boolean): void {
  useEffect(() => {
    if (!isAwaited) return;
    const left = new AbortController();
    let timer = 0;
    const askLater = () => {
      timer = window.setTimeout(() => {
        void ask();
      }, againMs);
    };
    const ask = async () => {
      if (document.visibilityState === "visible" && (await isServerReady(left.signal)))
        location.reload();
      else if (!left.signal.aborted) askLater();
    };
    askLater();
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [isAwaited]);
}
