"use client";

import { useRouter } from "next/navigation";
import type { QuotesModel } from "@/lib/pages/handoffs/handoffs-model";
import { useShortcuts } from "../ui/use-shortcuts";

/** Walks the quotations by keys. */
export function QuoteKeys({
  previousHref,
  nextHref,
}: Pick<QuotesModel, "previousHref" | "nextHref">) {
  const router = useRouter();
  const go = (href: string | null) => () => {
    if (href !== null) router.push(href, { scroll: false });
  };
  useShortcuts({ nextQuote: go(nextHref), previousQuote: go(previousHref) });
  return null;
}
