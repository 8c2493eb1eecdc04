import { useEffect } from "react";
import { codeOf } from "@/lib/domain/people/password-link";

/**
 * Hands over the code of a link, which stands behind the # of the address, and takes it out of there: it
 * stays out of what the browser remembers.
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
