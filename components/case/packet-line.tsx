import type { PacketView } from "@/lib/format/scores/packet-view";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";

/** A handover packet in one line: how many items it has, which, and whether it was used. */
export function PacketLine({ packet: { form, verdict, items, use } }: { packet: PacketView }) {
  const isNothing = items.every(({ isPresent }) => !isPresent);
  return (
    <p className="flex flex-wrap items-center gap-x-2 pl-5 text-secondary text-text-muted">
      <span>
        {form} was handed over{isNothing ? "" : ":"}
      </span>
      {isNothing
        ? null
        : items.map(({ name, isPresent }) => (
            <StatusBadge
              key={name}
              tone={isPresent ? "pass" : "fail"}
              label={isPresent ? name : `no ${name.toLowerCase()}`}
              variant="bare"
            />
          ))}
      {isNothing ? <StatusBadge tone={verdict.tone} label={verdict.label} variant="bare" /> : null}
      <span className="[overflow-wrap:anywhere]">
        · <MaskedText text={use.label} />
      </span>
    </p>
  );
}
