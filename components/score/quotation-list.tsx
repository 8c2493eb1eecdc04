import type { Quotation } from "@/lib/pages/case/case-page-model";
import { QuotationLink } from "./quotation-link";

/** The quotes of a verdict, one a line, far enough apart to be tapped. */
export function QuotationList({ quotations }: { quotations: readonly Quotation[] }) {
  if (quotations.length === 0) return null;
  return (
    <ul className="grid gap-1.5 py-1 text-secondary [overflow-wrap:anywhere]">
      {quotations.map((quotation, index) => (
        <li key={index}>
          <QuotationLink quotation={quotation} />
        </li>
      ))}
    </ul>
  );
}
