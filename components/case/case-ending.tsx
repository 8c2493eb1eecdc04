import Link from "next/link";
import { caseHref } from "@/lib/pages/case/href";
import type { CasePageModel } from "@/lib/pages/case/case-page-model";
import { formatInstant } from "@/lib/format/format";
import { evidenceWords } from "@/lib/format/wording";
import { QuotationList } from "../score/quotation-list";
import { ScoreList } from "../score/score-list";
import { Card } from "../ui/card";
import { MaskedText } from "../ui/masked-text";
import { ending } from "@/lib/pages/case/words/outcome";

/** The case's outcome with its closure, proof rung and evidence. */
export function CaseEnding({ model }: { model: CasePageModel }) {
  const { closure, closureQuotations, asOfUs } = model;
  return (
    <Card title={ending.title} subtitle={ending.asOf(formatInstant(asOfUs, "minute"))}>
      <p className="text-pretty">{model.outcomeReasons.join(" ")}</p>
      {model.mergedInto === null ? (
        <p className="text-pretty text-text-muted [overflow-wrap:anywhere]">
          <b className="text-text">{ending.evidence(evidenceWords[closure.evidence].label)}</b>{" "}
          <MaskedText text={closure.because} />
        </p>
      ) : null}
      <QuotationList quotations={closureQuotations} />
      <OtherCase label={ending.mergedInto} caseId={model.mergedInto} />
      <OtherCase label={ending.cameBackIn} caseId={model.repeatCaseId} />
      <ScoreList scores={model.caseScores} />
    </Card>
  );
}

function OtherCase({ label, caseId }: { label: string; caseId: string | null }) {
  if (caseId === null) return null;
  return (
    <p className="[overflow-wrap:anywhere]">
      {label}:{" "}
      <Link
        className="font-mono text-link hover:underline"
        href={caseHref(caseId)}
        prefetch={false}
      >
        <MaskedText text={caseId} />
      </Link>
    </p>
  );
}
