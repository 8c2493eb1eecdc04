import type { ReplayScoreView } from "@/lib/pages/releases/item-model";
import { QuotationList } from "../score/quotation-list";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";

/** What an evaluator says of a replay, why, and the words that it rests on. @param props `name`: the evaluator's, where no heading says it */
export function ReplayScore({ score, name }: { score: ReplayScoreView; name?: string }) {
  const { label, tone, version, because, quotations } = score;
  return (
    <div className="grid gap-0.5">
      <p className="flex flex-wrap items-baseline gap-x-2">
        {name === undefined ? null : <span>{name}</span>}
        <StatusBadge tone={tone} label={label} variant="bare" />
        <span className="text-axis text-text-faint">{version}</span>
      </p>
      <p className="text-secondary text-pretty [overflow-wrap:anywhere] text-text-muted">
        <MaskedText text={because} />
      </p>
      <QuotationList quotations={quotations} />
    </div>
  );
}
