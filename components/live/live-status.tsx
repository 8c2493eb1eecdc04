"use client";

import { useEffect, useState } from "react";
import { newOnList } from "@/lib/pages/live/words/view";

/** Arrivals within this time are announced together: milliseconds. */
const togetherMs = 10_000;

/** Says politely how many cases are new on the list: once for all that came within ten seconds. */
export function LiveStatus({ arrived }: { arrived: ReadonlySet<string> }) {
  const [{ pending, seen, words }, setState] = useState({ pending: 0, seen: arrived, words: "" });
  if (seen !== arrived) setState({ pending: pending + arrived.size, seen: arrived, words });
  const isPending = pending > 0;
  useEffect(() => {
    if (!isPending) return;
    const timer = setTimeout(() => {
      setState((before) => ({
        ...before,
        pending: 0,
        words: newOnList(before.pending),
      }));
    }, togetherMs);
    return () => {
      clearTimeout(timer);
    };
  }, [isPending]);
  return (
    <span role="status" className="sr-only">
      {words}
    </span>
  );
}
