"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { foundPlaceHref } from "@/lib/pages/case/url";
import type { RowHits } from "@/lib/pages/cases/row-hits-model";
import { casesSearch, hasFilters, withoutFilters } from "@/lib/analytics/filter/cases-query";
import { useShortcuts } from "../ui/use-shortcuts";
import { useCasesNavigation } from "./cases-navigation";
import { caseRowId } from "./case-row-id";
import { usePeek } from "./use-peek";
import { table } from "@/lib/pages/cases/words/list";

type CasesKeysProps = { caseIds: readonly string[]; hits: RowHits };

/** The keys of the Cases page, with announcements for screen readers. */
export function CasesKeys({ caseIds, hits }: CasesKeysProps) {
  const router = useRouter();
  const { query, go } = useCasesNavigation();
  const { selected, select } = usePeek();
  const [announcement, say] = useState("");
  const step = (by: 1 | -1) => {
    const at = selected === null ? -1 : caseIds.indexOf(selected);
    const target = at === -1 ? 0 : Math.min(Math.max(at + by, 0), caseIds.length - 1);
    const next = caseIds[target];
    if (next === undefined) return;
    select(next);
    say(table.position(next, target + 1, caseIds.length));
    document.getElementById(caseRowId(next))?.scrollIntoView({ block: "nearest" });
  };
  useShortcuts({
    nextRow: () => {
      step(1);
    },
    previousRow: () => {
      step(-1);
    },
    openRow: () => {
      if (selected === null) return;
      const list = casesSearch({ ...query, peek: selected });
      router.push(foundPlaceHref(selected, list, hits.get(selected)?.place ?? null));
    },
    focusFilter: () => {
      document.getElementById("filter-words")?.focus();
    },
    stepBack: () => {
      if (selected !== null) select(null);
      else if (hasFilters(query)) go(withoutFilters(query));
    },
  });
  return (
    <span className="sr-only" aria-live="polite">
      {announcement}
    </span>
  );
}
