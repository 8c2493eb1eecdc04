import { PageHeader } from "../layout/page-header";
import { Skeleton } from "../ui/skeleton";

/** The Cases page while it is read, at the places and in the heights of what is coming. */
export function CasesSkeleton() {
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
        <PageHeader title="Cases">
          <Line look="h-4.5 max-w-96" />
        </PageHeader>
        <Line look="h-6 max-w-[560px]" />
      </div>
      <div className="h-[90px] rounded-card border border-border bg-panel" aria-hidden="true" />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 wide:grid-cols-[160px_minmax(0,1fr)]">
        <div className="grid gap-3" aria-hidden="true">
          <div className="h-7 rounded-control border border-border-strong bg-panel max-roomy:h-9" />
          <Line look="h-60 max-wide:hidden" />
        </div>
        <Skeleton rows={50} label="Reading the cases" />
      </div>
    </>
  );
}

function Line({ look }: { look: string }) {
  return <div className={`w-full rounded-chip bg-neutral-wash ${look}`} aria-hidden="true" />;
}
