import type { IngestPageModel } from "@/lib/view/ingest-page-model";
import { NothingIngested } from "../cases/cases-empty";
import { DroppedNotice } from "../layout/dropped-notice";
import { PageHeader } from "../layout/page-header";
import { BatchesTable } from "./batches-table";
import { RejectTable } from "./reject-table";

type IngestViewProps = { model: IngestPageModel | null; dropped: readonly string[] };

/** The Ingest page: what came in, and what was refused and why. */
export function IngestView({ model, dropped }: IngestViewProps) {
  if (model === null) {
    return (
      <>
        <PageHeader title="Ingest" />
        <NothingIngested />
      </>
    );
  }
  return (
    <>
      <PageHeader title={model.title}>
        <p className="max-w-prose text-text-muted">
          A file that is ingested is one batch; so is what exporters send over HTTP from one start
          of the server to the next. The same span twice counts as a duplicate and changes nothing.
        </p>
      </PageHeader>
      <DroppedNotice dropped={dropped} />
      <BatchesTable model={model} />
      {model.chosen === null ? null : <RejectTable chosen={model.chosen} />}
    </>
  );
}
