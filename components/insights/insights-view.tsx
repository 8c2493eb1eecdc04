"use client";

import type { InsightsModel } from "@/lib/pages/insights/insights-model";
import type { PlainTable } from "@/lib/analytics/charts/chart-model";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { page } from "@/lib/pages/insights/words/page";
import { cameBack } from "@/lib/pages/insights/words/recurring";
import { topicTable } from "@/lib/pages/insights/words/topics";
import { PlainTableCard } from "../handoffs/plain-table-card";
import { FindingPage, type PageViews } from "../findings/finding-page";
import { IssueTable } from "./issue-table";
import { RecurringCard } from "./recurring-card";
import { StepCard } from "./step-card";

type InsightsViewProps = {
  model: InsightsModel;
  dropped: readonly DroppedParam[];
  saved: PageViews;
};

/** The Insights page: what came back, what cases are about, and what goes with quick and lasting resolutions. */
export function InsightsView({ model, dropped, saved }: InsightsViewProps) {
  return (
    <FindingPage
      title={page.title}
      will={page.willList}
      model={model}
      cases={model.query}
      dropped={dropped}
      saved={saved}
      cautions={model.cautions}
      foot={page.foot}
    >
      <CameBack recurring={model.recurring} />
      {model.topics === null ? null : (
        <section aria-label={topicTable.title} className="grid gap-2">
          <h2 className="font-semibold">{topicTable.title}</h2>
          <PlainTableCard table={model.topics} />
          <More table={model.moreTopics} />
        </section>
      )}
      <FasterResolvers model={model} />
      <details className="max-w-prose">
        <summary className="inline-flex min-h-6 items-center text-secondary text-link hover:underline">
          {page.termsTitle}
        </summary>
        <ul className="grid list-disc gap-1 pl-4 text-secondary text-text-muted">
          {model.terms.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </details>
    </FindingPage>
  );
}

/** A table that opens by its title. */
function More({ table }: { table: PlainTable | null }) {
  if (table === null) return null;
  return (
    <details>
      <summary className="inline-flex min-h-6 items-center text-link hover:underline">
        {table.title}
      </summary>
      <PlainTableCard table={table} />
    </details>
  );
}

function CameBack({ recurring }: Pick<InsightsModel, "recurring">) {
  const { shown, more, nothing, note } = recurring;
  return (
    <section aria-label={cameBack.title} className="grid gap-2">
      <h2 className="font-semibold">{cameBack.title}</h2>
      <p className="max-w-prose text-secondary text-text-muted">
        {nothing === "" ? note : nothing}
      </p>
      <div className="grid gap-4 wide:grid-cols-2">
        {shown.map((matter) => (
          <RecurringCard key={matter.name} matter={matter} />
        ))}
      </div>
      <More table={more} />
    </section>
  );
}

function FasterResolvers({ model: { cards, noStep, issues } }: Pick<InsightsViewProps, "model">) {
  return (
    <section aria-label={page.fasterResolvers} className="grid gap-2">
      <h2 className="font-semibold">{page.fasterResolvers}</h2>
      {noStep === "" ? null : <p className="max-w-prose">{noStep}</p>}
      {cards.map((card) => (
        <StepCard key={card.key} card={card} />
      ))}
      {issues === null ? null : <IssueTable issues={issues} />}
    </section>
  );
}
