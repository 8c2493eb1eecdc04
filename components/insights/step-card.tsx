import Link from "next/link";
import type { StepCardModel } from "@/lib/pages/insights/insights-model";
import { Card } from "../ui/card";
import { MaskedText } from "../ui/masked-text";

/** A step that goes with quick and lasting resolutions, with the sentences that show it. */
export function StepCard({ card }: { card: StepCardModel }) {
  return (
    <Card title={card.title} subtitle="Resolved quickly, and for good">
      <dl className="grid gap-x-6 gap-y-1 roomy:grid-cols-[auto_auto_1fr]">
        {card.arms.map(({ words, rate, basis }) => (
          <div key={words} className="grid gap-0.5">
            <dt className="text-secondary text-text-muted">{words}</dt>
            <dd>
              <b>{rate}</b> <span className="text-secondary text-text-muted">{basis}</span>
            </dd>
          </div>
        ))}
        <div className="grid gap-0.5">
          <dt className="text-secondary text-text-muted">Difference</dt>
          <dd>{card.difference}</dd>
        </div>
      </dl>
      {card.quotes.length === 0 ? null : (
        <ul className="grid gap-1" aria-label="Quotes">
          {card.quotes.map(({ words, caseId, href }) => (
            <li key={href} className="border-l-2 border-border pl-3 [overflow-wrap:anywhere]">
              “<MaskedText text={words} />”{" "}
              <Link
                className="inline-flex min-h-6 items-center font-mono text-secondary text-link hover:underline"
                href={href}
                prefetch={false}
              >
                <MaskedText text={caseId} />
              </Link>
            </li>
          ))}
        </ul>
      )}
      {card.alongside === "" ? null : (
        <p className="text-secondary text-text-muted">Goes together with: {card.alongside}.</p>
      )}
      {card.teams === "" ? null : (
        <p className="text-secondary text-text-muted">Where it is done: {card.teams} cases.</p>
      )}
    </Card>
  );
}
