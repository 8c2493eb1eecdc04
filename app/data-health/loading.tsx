import { PageHeader } from "@/components/layout/page-header";
import { Skeleton } from "@/components/ui/skeleton";

/** Stands while the counts are read. */
export default function DataHealthLoading() {
  return (
    <>
      <PageHeader title="Data health" />
      <Skeleton rows={12} label="Reading the state of the data" />
    </>
  );
}
