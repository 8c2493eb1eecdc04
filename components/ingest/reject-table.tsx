import { formatCount } from "@/lib/format/format";
import type { IngestPageModel } from "@/lib/pages/ingest/ingest-page-model";
import { rejectsAnchor } from "@/lib/pages/ingest/url";
import { Card } from "../ui/card";
import { MaskedText } from "../ui/masked-text";

type RejectTableProps = { chosen: NonNullable<IngestPageModel["chosen"]> };

/** The rejected spans of one batch: position and reason. */
export function RejectTable({ chosen: { rejects, isCut } }: RejectTableProps) {
  if (rejects.length === 0) return null;
  return (
    <div id={rejectsAnchor} className="scroll-mt-4">
      <Card
        title="Refused, and why"
        subtitle={`Of the chosen batch; what stood beside it was taken${isCut ? `; the first ${formatCount(rejects.length)}` : ""}`}
        isFlush
      >
        <div className="records">
          <table>
            <thead>
              <tr>
                <th scope="col">Place</th>
                <th scope="col">Reason</th>
                <th scope="col" data-number="">
                  Spans lost
                </th>
              </tr>
            </thead>
            <tbody>
              {rejects.map(({ id, place, reason, spans }) => (
                <tr key={id}>
                  <td>
                    <code className="font-mono text-secondary [overflow-wrap:anywhere]">
                      <MaskedText text={place} />
                    </code>
                  </td>
                  <td data-wide="">
                    <span className="text-pretty [overflow-wrap:anywhere]">
                      <MaskedText text={reason} />
                    </span>
                  </td>
                  <td data-number="" data-label="Spans lost">
                    {formatCount(spans)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Card>
    </div>
  );
}
