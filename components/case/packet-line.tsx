import type { PacketView } from "@/lib/format/scores/packet-view";
import { MaskedText } from "../ui/masked-text";
import { packet as words } from "@/lib/pages/case/words/handoffs";

/** A handover packet in one line: its form, the topics found in it, and whether it was used. */
export function PacketLine({ packet: { form, items, use } }: { packet: PacketView }) {
  const found = items.map(({ topics }) => topics).join(", ");
  return (
    <p className="pl-5 text-secondary [overflow-wrap:anywhere] text-text-muted">
      {words.handedOver(form)}
      {found === "" ? "" : words.found(found)}
      {use === null ? null : (
        <>
          {" · "}
          <MaskedText text={use.label} />
        </>
      )}
    </p>
  );
}
