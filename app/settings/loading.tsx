import { PageHeader } from "@/components/layout/page-header";
import { Skeleton } from "@/components/ui/skeleton";

/** Stands while the settings, and what the data suggest, are read. */
export default function SettingsLoading() {
  return (
    <>
      <PageHeader title="Settings" />
      <Skeleton rows={12} label="Reading the settings" />
    </>
  );
}
