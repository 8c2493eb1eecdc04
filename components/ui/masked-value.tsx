import type { PiiType } from "@/lib/domain/privacy/pseudonym";
import { maskedWords } from "@/lib/format/wording";

const shownDigits = 4;

/** A masked value; equal values have equal pseudonyms in the title. */
export function MaskedValue({ type, pseudonym }: { type: PiiType; pseudonym: string }) {
  const digits = pseudonym.slice(0, shownDigits);
  return (
    <span
      className="rounded-chip bg-neutral-wash px-1 whitespace-nowrap text-text-muted"
      title={`${maskedWords[type]}, masked before it was stored (${digits}…)`}
    >
      <span aria-hidden="true" className="select-none">
        ▮▮▮{" "}
      </span>
      <span className="sr-only">[masked </span>
      {maskedWords[type]}
      <span className="sr-only">]</span>
    </span>
  );
}
