import type { ClaimsView, ClaimView } from "@/lib/view/claims-view";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";

/** The claims of an answer beside the words of the passages that come closest to each. */
export function ClaimsTable({ claims: { title, href, rows } }: { claims: ClaimsView }) {
  return (
    <div className="records">
      <table>
        <caption className="px-3 pt-2 pb-1 text-left stacked:block">
          <a className="text-link hover:underline" href={href}>
            {title}
          </a>
        </caption>
        <thead>
          <tr>
            <th scope="col">Claim</th>
            <th scope="col">Passages</th>
            <th scope="col">Closest words</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <td data-wide="">
                <span className="block py-1 [overflow-wrap:anywhere]">
                  “<MaskedText text={row.words} />”
                </span>
              </td>
              <td data-wide="">
                <StatusBadge tone={row.verdict.tone} label={row.verdict.label} variant="bare" />
              </td>
              <td data-wide="">
                <Closest row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Closest({ row: { source, sourceWords, missing } }: { row: ClaimView }) {
  return (
    <span className="grid gap-0.5 py-1 text-secondary [overflow-wrap:anywhere]">
      {source === null ? (
        <span className="text-text-faint">Nothing that was returned is about it.</span>
      ) : (
        <span>
          <span className="text-text-faint">
            <MaskedText text={source} />
          </span>{" "}
          “<MaskedText text={sourceWords} />”
        </span>
      )}
      {missing === "" ? null : (
        <span className="text-text-muted">
          No passage names <MaskedText text={missing} />.
        </span>
      )}
    </span>
  );
}
