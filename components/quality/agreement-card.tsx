import Link from "next/link";
import type { EvaluatorPageModel } from "@/lib/pages/quality/quality-model";
import { Card } from "../ui/card";
import { AgreementSection } from "./agreement-section";

type AgreementCardProps = Pick<EvaluatorPageModel, "agreements" | "labelHref">;

/** Agreement between people's labels and scores, with the disagreements. */
export function AgreementCard({ agreements, labelHref }: AgreementCardProps) {
  return (
    <Card title="What people here say of it" subtitle="Labels on this workspace's own cases">
      {agreements.length === 0 ? (
        <p className="text-text-muted">Nobody has labelled a score of it yet.</p>
      ) : (
        agreements.map((each) => <AgreementSection key={each.key} agreement={each} />)
      )}
      {labelHref === null ? null : (
        <p>
          <Link className="text-link hover:underline" href={labelHref} prefetch={false}>
            Label its scores
          </Link>
        </p>
      )}
    </Card>
  );
}
