import type { PacketView } from "@/lib/format/scores/packet-view";
import { QuotationLink } from "../score/quotation-link";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";

/** A handover packet: each of its five items, present or absent, with its text. */
export function Packet({ packet: { form, verdict, items, use } }: { packet: PacketView }) {
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-x-2">
        <span>{form} was handed over</span>
        <StatusBadge tone={verdict.tone} label={verdict.label} variant="bare" />
      </p>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-1 text-secondary">
        {items.map(({ name, isPresent, words, quotation }) => (
          <li key={name} className="grid gap-0.5">
            <span className="flex flex-wrap items-baseline justify-between gap-x-2">
              <span>{name}</span>
              <StatusBadge
                tone={isPresent ? "pass" : "fail"}
                label={isPresent ? "handed over" : "absent"}
                variant="bare"
              />
            </span>
            {quotation === null ? null : (
              <span className="[overflow-wrap:anywhere] text-text-faint">
                {words === null ? null : (
                  <>
                    “<MaskedText text={words} />”{" "}
                  </>
                )}
                <QuotationLink quotation={quotation} />
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className="text-secondary [overflow-wrap:anywhere] text-text-muted first-letter:uppercase">
        <MaskedText text={`${use.label}.`} />
      </p>
    </>
  );
}
