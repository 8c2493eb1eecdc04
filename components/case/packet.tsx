import type { PacketView } from "@/lib/format/scores/packet-view";
import { QuotationLink } from "../score/quotation-link";
import { MaskedText } from "../ui/masked-text";
import { packet as labels } from "@/lib/pages/case/words/handoffs";

/** A handover packet: its words, and the topics found in it with the place of each. */
export function Packet({ packet: { form, words, items, use } }: { packet: PacketView }) {
  return (
    <>
      <p>{labels.handedOver(form)}</p>
      {words === null ? null : (
        <p className="text-secondary [overflow-wrap:anywhere] text-text-muted">
          “<MaskedText text={words} />”
        </p>
      )}
      {items.length === 0 ? null : (
        <ul
          className="grid grid-cols-[minmax(0,1fr)] gap-1.5 text-secondary"
          aria-label={labels.items}
        >
          {items.map(({ topics, quotation }) => (
            <li key={topics} className="flex flex-wrap items-baseline justify-between gap-x-2">
              <span className="first-letter:uppercase">{topics}</span>
              {quotation === null ? null : <QuotationLink quotation={quotation} />}
            </li>
          ))}
        </ul>
      )}
      {use === null ? null : (
        <p className="text-secondary [overflow-wrap:anywhere] text-text-muted first-letter:uppercase">
          <MaskedText text={`${use.label}.`} />
        </p>
      )}
    </>
  );
}
