import Link from "next/link";
import { formatCount, formatCounted } from "@/lib/format/format";
import { leftProductionWords } from "@/lib/format/left-production-words";
import { unkeptWords } from "@/lib/format/unkept-words";
import type { BatchView, IngestPageModel } from "@/lib/pages/ingest/ingest-page-model";
import { Pager } from "@/components/ui/pager";
import { Instant } from "../ui/instant";
import { MaskedText } from "../ui/masked-text";

/** Ingested batches, latest first. */
export function BatchesTable({ model }: { model: IngestPageModel }) {
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
          </tr>
        </thead>
        <tbody>
          {model.batches.map((batch) => (
            <BatchRow key={batch.id} batch={batch} />
          ))}
        </tbody>
      </table>
      <Pager label="Pages" pagination={model.pagination} />
    </div>
  );
}

function BatchRow({ batch }: { batch: BatchView }) {
  return (
    <tr className={batch.isChosen ? "bg-selected" : undefined}>
      <td>
        <span className="[overflow-wrap:anywhere]">
          <MaskedText text={batch.source} />
        </span>{" "}
        <span className="text-secondary whitespace-nowrap text-text-muted">
          batch {String(batch.id)}
          {[...unkeptWords(batch), ...leftProductionWords(batch.leftProduction)].map(
            (words) => ` · ${words}`,
          )}
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
    </tr>
  );
}
