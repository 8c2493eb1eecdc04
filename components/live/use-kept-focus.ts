import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from "react";

/**
 * Gives focus back to the element of a list that had it, where a change of the order took it away: a browser drops
 * the focus of an element that is moved.
 * @param changed another value whenever the order may have changed
 */
export function useKeptFocus(changed: unknown): {
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
} {
  const focused: RefObject<HTMLElement | null> = useRef(null);
  useLayoutEffect(() => {
    const element = focused.current;
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (element?.isConnected === true && isLost) element.focus({ preventScroll: true });
  }, [changed]);
  return {
    onFocus: ({ target }) => {
      focused.current = target instanceof HTMLElement ? target : null;
    },
    onBlur: ({ relatedTarget }) => {
      // An element that is moved is left for nothing, and so is one whose window is left.
      if (relatedTarget !== null) focused.current = null;
    },
  };
}
