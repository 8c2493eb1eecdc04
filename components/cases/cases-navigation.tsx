"use client";

import { useRouter } from "next/navigation";
import { createContext, use, useOptimistic, useTransition, type ReactNode } from "react";
import { casesHref, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import { ProgressLine } from "../ui/progress-line";

type CasesNavigation = {
  /** The view that was asked for last, without a preview; what is drawn follows it. */
  readonly query: CasesQuery;
  /** True while what is drawn is still of the view before. */
  readonly isPending: boolean;
  /** Goes to another view, as a step that Back undoes. */
  readonly go: (next: CasesQuery) => void;
};

const Navigation = createContext<CasesNavigation | null>(null);

type CasesNavigationProviderProps = { query: CasesQuery; children: ReactNode };

/** Moves between views of the Cases page: the address changes, the old rows stay until the new are there. */
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

/** Another page of the same list begins at its top; every other change is looked at where one is. */
function isOtherPage(shown: CasesQuery, next: CasesQuery): boolean {
  return shown.page !== next.page && casesHref({ ...shown, page: next.page }) === casesHref(next);
}

/** The views of the Cases page, below its provider. */
export function useCasesNavigation(): CasesNavigation {
  const navigation = use(Navigation);
  if (navigation === null) throw new Error("Nothing provides the navigation of the Cases page.");
  return navigation;
}
