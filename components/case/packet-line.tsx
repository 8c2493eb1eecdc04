import type { PacketView } from "@/lib/format/scores/packet-view";
import { MaskedText } from "../ui/masked-text";

/** A handover packet in one line: its form, the topics found in it, and whether it was used. */
export function PacketLine({ packet: { form, items, use } }: { packet: PacketView }) {
  const found = items.map(({ topics }) => topics).join(", ");
  return (
    <p className="pl-5 text-secondary [overflow-wrap:anywhere] text-text-muted">
      {form} was handed over{found === "" ? "" : `; found in it: ${found}`}
      {use === null ? null : (
        <>
          {" · "}
          <MaskedText text={use.label} />
        </>
      )}
    </p>
  );
}
