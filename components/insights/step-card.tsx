import type { StepCardModel } from "@/lib/pages/insights/insights-model";
import { oftenTogether, stepCardWords, teamsThatDo } from "@/lib/pages/insights/words/steps";
import { Card } from "../ui/card";
import { Quote } from "./quote";

/** A step that goes with quick and lasting resolutions, with the sentences that show it. */
export function StepCard({ card }: { card: StepCardModel }) {
  return (
    <Card title={card.title} subtitle={stepCardWords.subtitle}>
      <StepFigures card={card} />
    </Card>
  );
}

/** The results with a step and without it, and the words that show it. */
export function StepFigures({ card }: { card: StepCardModel }) {
  return (
    <>
      <dl className="grid gap-x-6 gap-y-1 roomy:grid-cols-[auto_1fr]">
        {card.arms.map(({ words, rate, basis }) => (
          <div key={words} className="grid gap-0.5">
            <dt className="text-secondary text-text-muted">{words}</dt>
            <dd>
              <b>{rate}</b> <span className="text-secondary text-text-muted">{basis}</span>
            </dd>
          </div>
        ))}
        <div className="grid gap-0.5 roomy:col-span-full">
          <dt className="text-secondary text-text-muted">{stepCardWords.difference}</dt>
          <dd>{card.difference}</dd>
        </div>
      </dl>
      {card.quotes.length === 0 ? null : (
        <ul className="grid gap-1" aria-label={stepCardWords.quotes}>
          {card.quotes.map((quote) => (
            <li key={quote.href} className="border-l-2 border-border pl-3">
              <Quote quote={quote} />
            </li>
          ))}
        </ul>
      )}
      {card.alongside === "" ? null : (
        <p className="text-secondary text-text-muted">{oftenTogether(card.alongside)}</p>
      )}
      {card.teams === "" ? null : (
        <p className="text-secondary text-text-muted">{teamsThatDo(card.teams)}</p>
      )}
    </>
  );
}
