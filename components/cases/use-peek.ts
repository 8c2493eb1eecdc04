"use client";

import { useSearchParams } from "next/navigation";
import { casesHref } from "@/lib/view/cases-query";
import { useCasesNavigation } from "./cases-navigation";

type Peek = {
  /** The id of the case that is selected and shown beside the list, or null. */
  readonly selected: string | null;
  readonly select: (caseId: string | null) => void;
};

/** The selected case: it stands in the address, and moving it neither reads the list again nor is a step back. */
export function usePeek(): Peek {
  const { query } = useCasesNavigation();
  const selected = useSearchParams().get("peek");
  const select = (caseId: string | null) => {
    window.history.replaceState(null, "", casesHref({ ...query, peek: caseId }));
  };
  return { selected: selected === "" ? null : selected, select };
}
