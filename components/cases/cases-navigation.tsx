"use client";

import { useRouter } from "next/navigation";
import { createContext, use, useOptimistic, useTransition, type ReactNode } from "react";
import { casesHref, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import { ProgressLine } from "../ui/progress-line";

type CasesNavigation = {
  /** The latest requested query, without preview; the drawn rows may still be of the previous one. */
  readonly query: CasesQuery;
  /** True while the drawn rows are of the previous query. */
  readonly isPending: boolean;
  /** Navigates to a query with a history entry. */
  readonly go: (next: CasesQuery) => void;
};

const Navigation = createContext<CasesNavigation | null>(null);

type CasesNavigationProviderProps = { query: CasesQuery; children: ReactNode };

/** Navigation between queries of the Cases page: the old rows stay until the new ones arrive. */
export function CasesNavigationProvider({ query, children }: CasesNavigationProviderProps) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [shown, show] = useOptimistic(query);
  const go = (next: CasesQuery) => {
    startTransition(() => {
      show(next);
      router.push(casesHref(next), { scroll: isOtherPage(shown, next) });
    });
  };
  return (
    <Navigation value={{ query: { ...shown, peek: null }, isPending, go }}>
      <ProgressLine isPending={isPending} />
      {children}
    </Navigation>
  );
}

/** Another page of the same list scrolls to the top; other changes keep the scroll position. */
function isOtherPage(shown: CasesQuery, next: CasesQuery): boolean {
  return shown.page !== next.page && casesHref({ ...shown, page: next.page }) === casesHref(next);
}

/** The navigation of the Cases page. @throws outside its provider */
export function useCasesNavigation(): CasesNavigation {
  const navigation = use(Navigation);
  if (navigation === null) throw new Error("Nothing provides the navigation of the Cases page.");
  return navigation;
}
