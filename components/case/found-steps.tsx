"use client";

import { useSyncExternalStore } from "react";
import type { CaseFound } from "@/lib/pages/case/search/case-found";
import { found as words } from "@/lib/pages/case/words/found";
import { formatCount } from "@/lib/format/format";
import { IconButton } from "../ui/icon-button";
import { Kbd } from "../ui/kbd";
import { useShortcuts } from "../ui/use-shortcuts";

/** Steps through what a search found in the transcript, by keys or buttons; the address names the place. */
export function FoundSteps({ found: { text, stops } }: { found: CaseFound }) {
  const anchor = useSyncExternalStore(onAnchorChange, readAnchor, () => "");
  const exact = stops.findIndex((stop) => stop.anchor === anchor);
  const at = exact === -1 ? stops.findIndex((stop) => stop.messageAnchor === anchor) : exact;
  const step = (by: 1 | -1) => () => {
    const next = at === -1 && by === -1 ? -1 : at + by;
    const stop = stops.at(next % stops.length);
    if (stop !== undefined) window.location.replace(stop.href);
  };
  useShortcuts({ nextHit: step(1), previousHit: step(-1) });
  return (
    <div
      role="group"
      aria-label={words.steps}
      className="sticky bottom-2 z-2 flex items-center gap-1 justify-self-end rounded-control border border-border-strong bg-panel py-0.5 pr-1 pl-3 text-secondary shadow-overlay print:hidden"
    >
      <span className="max-w-60 truncate">“{text}”</span>
      <span role="status" className="px-1 text-text-muted">
        {at === -1 ? "" : `${formatCount(at + 1)} of `}
        {formatCount(stops.length)}
      </span>
      <IconButton icon="up" label={words.previous} onClick={step(-1)} />
      <IconButton icon="down" label={words.next} onClick={step(1)} />
      <span className="flex gap-1 max-roomy:hidden" aria-hidden="true">
        <Kbd label="n" /> <Kbd label="N" />
      </span>
    </div>
  );
}

function onAnchorChange(listen: () => void): () => void {
  window.addEventListener("hashchange", listen);
  window.addEventListener("popstate", listen);
  return () => {
    window.removeEventListener("hashchange", listen);
    window.removeEventListener("popstate", listen);
  };
}

function readAnchor(): string {
  return window.location.hash.slice(1);
}
