import { CasesSkeleton } from "@/components/cases/cases-skeleton";

/** Stands while the list is read. */
export default function CasesLoading() {
  return <CasesSkeleton />;
}
