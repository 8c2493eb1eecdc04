import Link from "next/link";
import type { EvaluatorPageModel } from "@/lib/pages/quality/quality-model";
import { Card } from "../ui/card";
import { AgreementSection } from "./agreement-section";

type ComparisonCardProps = Pick<EvaluatorPageModel, "comparisons" | "disputedHref">;

/** How an evaluator compares with imported scores and language models on the same targets. */
export function ComparisonCard({ comparisons, disputedHref }: ComparisonCardProps) {
  return (
    <Card
      title="Compared with others"
      subtitle="Imported scores and LLM judges of the same contact, handoff or message; neither side is the truth"
    >
      {comparisons.length === 0 ? (
        <p className="text-text-muted">Nobody else has scored the same here.</p>
      ) : (
        comparisons.map((each) => <AgreementSection key={each.key} agreement={each} />)
      )}
      {disputedHref === null ? null : (
        <p>
          <Link className="text-link hover:underline" href={disputedHref} prefetch={false}>
            Label where they disagree most
          </Link>
        </p>
      )}
    </Card>
  );
}
