import Link from "next/link";
import { formatCount, formatCounted } from "@/lib/format/format";
import { leftProductionWords } from "@/lib/format/ingest/left-production-words";
import { unkeptWords } from "@/lib/format/ingest/unkept-words";
import type { BatchView, IngestPageModel } from "@/lib/pages/ingest/ingest-page-model";
import { Pager } from "@/components/ui/pager";
import { RemoveBatch, type OnRemoveBatch } from "./remove-batch";
import { Instant } from "../ui/instant";
import { MaskedText } from "../ui/masked-text";

/** Ingested batches, latest first. */
export function BatchesTable({
  model,
  onRemove,
}: {
  model: IngestPageModel;
  onRemove: OnRemoveBatch;
}) {
  return (
    <div className="records rounded-card border border-border bg-panel">
      <table>
        <caption className="sr-only">Batches, latest first</caption>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Received</th>
            <th scope="col" data-number="">
              Accepted
            </th>
            <th scope="col" data-number="">
              Duplicate
            </th>
            <th scope="col" data-number="">
              Rejected
            </th>
            <th scope="col">Refusals</th>
            <th scope="col">
              <span className="sr-only">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {model.batches.map((batch) => (
            <BatchRow key={batch.id} batch={batch} onRemove={onRemove} />
          ))}
        </tbody>
      </table>
      <Pager label="Pages" pagination={model.pagination} />
    </div>
  );
}

function BatchRow({ batch, onRemove }: { batch: BatchView; onRemove: OnRemoveBatch }) {
  return (
    <tr className={batch.isChosen ? "bg-selected" : undefined}>
      <td>
        <span className="[overflow-wrap:anywhere]">
          <MaskedText text={batch.source} />
        </span>{" "}
        <span className="text-secondary text-text-muted">
          <span className="whitespace-nowrap">batch {String(batch.id)}</span>
          {[
            ...recordWords(batch),
            ...unkeptWords(batch),
            ...leftProductionWords(batch.leftProduction),
          ].map((words) => ` · ${words}`)}
        </span>
      </td>
      <td data-lead="">
        <span className="text-secondary whitespace-nowrap text-text-muted">
          <Instant atUs={batch.receivedUs} style="minute" />
        </span>
      </td>
      <td data-number="" data-label="Accepted">
        {formatCount(batch.accepted)}
      </td>
      <td data-number="" data-label="Duplicate" data-end="">
        {formatCount(batch.duplicate)}
      </td>
      <td data-number="" data-label="Rejected">
        {formatCount(batch.rejected)}
      </td>
      <td data-label="Refusals" data-end="">
        {batch.rejectsHref === null ? (
          <span className="text-secondary text-text-faint">none</span>
        ) : (
          <Link
            className="text-link hover:underline"
            href={batch.rejectsHref}
            prefetch={false}
            scroll={false}
            aria-current={batch.isChosen ? "true" : undefined}
          >
            {formatCounted(batch.refusals, "reason")}
          </Link>
        )}
      </td>
      <td>
        {batch.accepted + batch.events + batch.records + batch.refusals === 0 ? null : (
          <RemoveBatch batch={batch} onRemove={onRemove} />
        )}
      </td>
    </tr>
  );
}

function recordWords({ events, records }: BatchView): string[] {
  return [
    ...(events === 0 ? [] : [formatCounted(events, "log event")]),
    ...(records === 0 ? [] : [formatCounted(records, "CRM record")]),
  ];
}
