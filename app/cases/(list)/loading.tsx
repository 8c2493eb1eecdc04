import { PageHeader } from "@/components/layout/page-header";
import { Skeleton } from "@/components/ui/skeleton";

/** Stands while the list is read. */
export default function CasesLoading() {
  return (
    <>
      <PageHeader title="Cases" />
      <Skeleton rows={20} label="Reading the cases" />
    </>
  );
}
