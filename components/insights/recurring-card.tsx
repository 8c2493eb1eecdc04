import Link from "next/link";
import type { QuoteModel, RecurringModel } from "@/lib/pages/insights/insights-model";
import { cameBack, cameBackWithin } from "@/lib/pages/insights/words/recurring";
import { quotedTopic } from "@/lib/pages/insights/words/topics";
import { Card } from "../ui/card";
import { Quote } from "./quote";
import { StepFigures } from "./step-card";

/** A matter that came back, with what was said and what held in the end. */
export function RecurringCard({ matter }: { matter: RecurringModel }) {
  const { name, also, share, range, after, cases, first, back, held } = matter;
  return (
    <Card title={quotedTopic(name)} {...(also !== "" && { subtitle: also })}>
      <p>
        <b>{share}</b> <span className="text-secondary text-text-muted">({range})</span>{" "}
        {cameBackWithin(after)}{" "}
        <Link
          className="inline-flex min-h-6 items-center text-link hover:underline"
          href={cases.href}
          prefetch={false}
        >
          {cases.words}
        </Link>
      </p>
      {first === null && back === null ? null : (
        <dl className="grid gap-1">
          <Said words={cameBack.first} quote={first} />
          <Said words={cameBack.back} quote={back} />
        </dl>
      )}
      {held.length === 0 ? (
        <p className="text-secondary text-text-muted">{cameBack.noneHeld}</p>
      ) : (
        held.map((card) => (
          <section key={card.key} className="grid gap-2 border-t border-border pt-2">
            <h3>
              {cameBack.held} <b>{card.title}</b>
            </h3>
            <StepFigures card={card} />
          </section>
        ))
      )}
    </Card>
  );
}

function Said({ words, quote }: { words: string; quote: QuoteModel | null }) {
  if (quote === null) return null;
  return (
    <div className="grid gap-x-3 roomy:grid-cols-[3rem_minmax(0,1fr)]">
      <dt className="text-secondary text-text-muted">{words}</dt>
      <dd>
        <Quote quote={quote} />
      </dd>
    </div>
  );
}
