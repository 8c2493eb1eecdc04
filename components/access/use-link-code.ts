import { useEffect } from "react";
import { codeOf } from "@/lib/domain/people/password-link";

/**
 * Passes on a link's code from the fragment of the address and removes it there, so that it is not in the
 * browser's history.
 */
export function useLinkCode(onCode: (code: string) => void): void {
  useEffect(() => {
    const read = () => {
      const { hash, pathname } = window.location;
      if (!hash.startsWith("#code=")) return;
      window.history.replaceState(window.history.state, "", pathname);
      onCode(codeOf(hash));
    };
    read();
    window.addEventListener("hashchange", read);
    return () => {
      window.removeEventListener("hashchange", read);
    };
  }, [onCode]);
}
