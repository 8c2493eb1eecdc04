"use client";

import { useSearchParams } from "next/navigation";
import { useSyncExternalStore } from "react";
import { casesHref } from "@/lib/analytics/filter/cases-query";
import { useCasesNavigation } from "./cases-navigation";

type Peek = {
  /** The id of the case in the preview, or null. */
  readonly selected: string | null;
  readonly select: (caseId: string | null) => void;
};

const moved = "peekmoved";

/**
 * The selected case, stored in the address and read from there synchronously: changing it neither waits for
 * the router, nor reads the list again, nor adds a history entry.
 */
export function usePeek(): Peek {
  const { query } = useCasesNavigation();
  // Also subscribes to navigations by the router.
  const drawn = peekOf(useSearchParams());
  // A new function each render: the router changes the address after rendering, so it must be read again.
  const selected = useSyncExternalStore(
    subscribe,
    () => peekOfAddress(),
    () => drawn,
  );
  const select = (caseId: string | null) => {
    window.history.replaceState(null, "", casesHref({ ...query, peek: caseId }));
    window.dispatchEvent(new Event(moved));
  };
  return { selected, select };
}

function subscribe(onChange: () => void): () => void {
  const names = [moved, "popstate"];
  for (const name of names) window.addEventListener(name, onChange);
  return () => {
    for (const name of names) window.removeEventListener(name, onChange);
  };
}

function peekOfAddress(): string | null {
  return peekOf(new URLSearchParams(window.location.search));
}

function peekOf(search: Pick<URLSearchParams, "get">): string | null {
  const caseId = search.get("peek");
  return caseId === "" ? null : caseId;
}
