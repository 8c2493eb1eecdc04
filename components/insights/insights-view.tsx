import type { InsightsModel } from "@/lib/pages/insights/insights-model";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { FindingPage, type PageViews } from "../findings/finding-page";
import { IssueTable } from "./issue-table";
import { StepCard } from "./step-card";

type InsightsViewProps = {
  model: InsightsModel;
  dropped: readonly DroppedParam[];
  saved: PageViews;
};

/** The Insights page: what goes with quick and lasting resolutions. */
export function InsightsView({ model, dropped, saved }: InsightsViewProps) {
  const { cards, issues, terms } = model;
  return (
    <FindingPage
      title="Insights"
      will="This page will show what works: the steps and words of first contacts after which cases are resolved quickly and stay resolved."
      model={model}
      cases={model.query}
      dropped={dropped}
      saved={saved}
      foot="Every quote opens the case that it is from."
    >
      {cards.length === 0 ? null : (
        <section aria-label="What faster resolvers do" className="grid gap-4">
          <h2 className="font-semibold">What faster resolvers do</h2>
          {cards.map((card) => (
            <StepCard key={card.key} card={card} />
          ))}
        </section>
      )}
      {issues === null ? null : <IssueTable issues={issues} />}
      <section aria-label="How this is compared" className="max-w-prose">
        <ul className="grid gap-1 text-secondary text-text-muted">
          {terms.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </section>
    </FindingPage>
  );
}
