import Link from "next/link";
import type { QuoteModel } from "@/lib/pages/insights/insights-model";
import { MaskedText } from "../ui/masked-text";

/** A sentence of a case, with the link to its message. */
export function Quote({ quote: { words, caseId, href } }: { quote: QuoteModel }) {
  return (
    <span className="[overflow-wrap:anywhere]">
      “<MaskedText text={words} />”{" "}
      <Link
        className="inline-flex min-h-6 items-center font-mono text-secondary text-link hover:underline"
        href={href}
        prefetch={false}
      >
        <MaskedText text={caseId} />
      </Link>
    </span>
  );
}
