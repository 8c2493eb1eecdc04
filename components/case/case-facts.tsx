import Link from "next/link";
import type { CasePageModel } from "@/lib/pages/case/case-page-model";
import { customerHref } from "@/lib/pages/customer/url";
import { evidenceWords, outcomeWords, slugWords } from "@/lib/format/wording";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";
import { RelatedCases } from "./related-cases";
import { keyFacts } from "@/lib/pages/case/words/page";

/** Case id, status and key facts in two lines under the title. */
export function CaseFacts({ model }: { model: CasePageModel }) {
  const outcome = outcomeWords[model.outcome];
  const evidence = evidenceWords[model.closure.evidence];
  const facts = [
    model.caseType === null ? null : slugWords(model.caseType),
    model.intent === null || model.intent === model.caseType ? null : slugWords(model.intent),
    model.inferredIntent?.words ?? null,
    model.risk === null ? null : keyFacts.risk(model.risk),
    model.region,
    model.teams.length === 0 ? null : keyFacts.teams(model.teams.join(", ")),
  ].filter((fact) => fact !== null);
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <code className="font-mono font-semibold [overflow-wrap:anywhere]">
          <MaskedText text={model.caseId} />
        </code>
        <StatusBadge tone={outcome.tone} label={outcome.label} />
        {model.mergedInto === null ? (
          <StatusBadge
            tone={evidence.tone}
            label={keyFacts.evidence(evidence.label.toLowerCase())}
          />
        ) : null}
      </p>
      <p className="text-text-muted [overflow-wrap:anywhere]">
        {facts.map((fact) => `${fact} · `)}
        {model.customerId === null ? (
          keyFacts.customerUnknown
        ) : (
          <>
            {keyFacts.customer}{" "}
            <Link
              className="font-mono text-link hover:underline"
              href={customerHref(model.customerId)}
              prefetch={false}
            >
              <MaskedText text={model.customerId} />
            </Link>
          </>
        )}
      </p>
      {model.inferredIntent === null ? null : (
        <p className="text-secondary text-text-muted">
          <MaskedText text={model.inferredIntent.because} />
        </p>
      )}
      {model.usage === "" ? null : <p className="text-secondary text-text-muted">{model.usage}</p>}
      <RelatedCases related={model.around.related} />
    </>
  );
}
