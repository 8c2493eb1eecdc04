"use client";

import type { IngestPageModel } from "@/lib/pages/ingest/ingest-page-model";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { DroppedNotice } from "../layout/dropped-notice";
import { PageHeader } from "../layout/page-header";
import { BatchesTable } from "./batches-table";
import type { OnRemoveBatch } from "./remove-batch";
import { RejectTable } from "./reject-table";
import { UploadCard, type UploadCardProps } from "./upload-card";

type IngestViewProps = {
  /** null where nothing was ever ingested. */
  model: IngestPageModel | null;
  dropped: readonly DroppedParam[];
  sending: UploadCardProps;
  onRemove: OnRemoveBatch;
};

/** The Ingest page: upload, batches and rejected spans. */
export function IngestView({ model, dropped, sending, onRemove }: IngestViewProps) {
  if (model === null) {
    return (
      <>
        <PageHeader title="Nothing has come in yet">
          <OtherWays />
        </PageHeader>
        <DroppedNotice dropped={dropped} />
        <UploadCard {...sending} />
      </>
    );
  }
  return (
    <>
      <PageHeader title={model.title}>
        <OtherWays />
        <p className="max-w-prose text-text-muted">
          A file that is ingested is one batch; so is what exporters send over HTTP until nothing
          comes for a minute, or for an hour. The same span twice counts as a duplicate and changes
          nothing; after a fix of the exporter, remove the batch and send it again.
        </p>
      </PageHeader>
      <DroppedNotice dropped={dropped} />
      <UploadCard {...sending} />
      <BatchesTable model={model} onRemove={onRemove} />
      {model.chosen === null ? null : <RejectTable chosen={model.chosen} />}
    </>
  );
}

function OtherWays() {
  return (
    <p className="max-w-prose text-text-muted">
      Send files below, run <code className="font-mono">npx throughline ingest &lt;file&gt;</code>,
      or point an OTLP exporter at <code className="font-mono">/v1/traces</code>.
    </p>
  );
}
