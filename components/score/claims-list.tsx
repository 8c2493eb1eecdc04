import type { ClaimsView, ClaimView } from "@/lib/format/scores/claims-view";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";

/** An answer's claims, each beside the closest retrieved text. */
export function ClaimsList({ claims: { title, href, rows } }: { claims: ClaimsView }) {
  return (
    <section className="@container grid grid-cols-[minmax(0,1fr)] border-t border-border">
      <h3 className="px-4 pt-2.5 pb-1 font-semibold">
        <a className="text-link hover:underline" href={href}>
          {title}
        </a>
      </h3>
      <ol className="grid grid-cols-[minmax(0,1fr)]">
        {rows.map((row, index) => (
          <li
            key={index}
            className="grid gap-x-4 gap-y-1 border-border px-4 py-2 not-first:border-t @md:grid-cols-2"
          >
            <div className="grid content-start gap-0.5 [overflow-wrap:anywhere]">
              <p>
                “<MaskedText text={row.words} />”
              </p>
              <p>
                <StatusBadge tone={row.verdict.tone} label={row.verdict.label} variant="bare" />
              </p>
            </div>
            <Closest row={row} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Closest({ row: { source, sourceWords, missing } }: { row: ClaimView }) {
  return (
    <div className="grid content-start gap-0.5 border-l-2 border-border pl-3 text-secondary [overflow-wrap:anywhere]">
      {source === null ? (
        <p className="text-text-faint">{sourceWords}</p>
      ) : (
        <>
          <p className="text-text-faint">
            <MaskedText text={source} />
          </p>
          <p>
            “<MaskedText text={sourceWords} />”
          </p>
        </>
      )}
      {missing === "" ? null : (
        <p className="text-text-muted">
          No passage names <MaskedText text={missing} />.
        </p>
      )}
    </div>
  );
}
