"use client";

import Link from "next/link";
import { rulesHref } from "@/lib/pages/disclosures/href";
import type { RuleModel } from "@/lib/pages/disclosures/rules/rules-model";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { DroppedNotice } from "@/components/layout/dropped-notice";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";
import { MeasuredCard } from "./measured-card";
import { RuleEditor } from "./rule-editor";
import { RuleSwitch } from "./rule-switch";
import type { RuleActions } from "./rule-actions";
import { VersionsCard } from "./versions-card";

type RuleViewProps = {
  model: RuleModel;
  /** Null: the viewer may not edit rules. */
  actions: RuleActions | null;
  dropped: readonly DroppedParam[];
};

/** The page of one disclosure rule. */
export function RuleView({ model, actions, dropped }: RuleViewProps) {
  const { id, title, version, isOn, origin, facts, text } = model;
  return (
    <>
      <PageHeader title={title} crumbs={<Crumbs />}>
        <p className="flex flex-wrap items-center gap-x-2 text-text-muted">
          <code className="font-mono [overflow-wrap:anywhere]">{id}</code>
          <span>
            version {version}, {origin}
          </span>
          <StatusBadge tone={isOn ? "pass" : "none"} label={isOn ? "on" : "off"} variant="bare" />
        </p>
        {model.isSample ? (
          <p className="max-w-[74ch] text-secondary text-pretty text-text-faint">
            Shipped rules are samples, dated and with their source; they are not legal advice.
          </p>
        ) : null}
      </PageHeader>
      <DroppedNotice dropped={dropped} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 wide:grid-cols-2">
        <Card title="What it asks for">
          <dl className="grid gap-2">
            {facts.map(({ name, words }) => (
              <div key={name}>
                <dt className="text-secondary text-text-faint">{name}</dt>
                <dd className="text-pretty [overflow-wrap:anywhere] first-letter:uppercase">
                  {words}
                </dd>
              </div>
            ))}
          </dl>
        </Card>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <ElementsCard {...model} />
          <MeasuredCard {...model} />
          <VersionsCard versions={model.versions} />
        </div>
      </div>
      {actions === null ? null : (
        <>
          <Card
            title={isOn ? "It is on" : "It is off"}
            subtitle="Turning it on or off is tried on the cases first; nothing changes until you publish."
          >
            <RuleSwitch rule={id} isOn={isOn} actions={actions} />
          </Card>
          <Card
            title="Edit"
            subtitle="A change is tried on the cases first, so that you see which past verdicts flip; publishing it judges them anew."
          >
            <RuleEditor subject={{ rule: id }} stored={text} actions={actions} />
          </Card>
        </>
      )}
    </>
  );
}

function ElementsCard({
  elements,
  isForbidding,
  withoutElements,
}: Pick<RuleModel, "elements" | "isForbidding" | "withoutElements">) {
  return (
    <Card title={isForbidding ? "Words that break it" : titleOf(elements.length)}>
      {withoutElements === "" ? null : <p className="text-text-muted">{withoutElements}</p>}
      {elements.length > 1 && !isForbidding ? (
        <p className="text-text-muted">
          One of each group; some of the groups alone is incomplete.
        </p>
      ) : null}
      <dl className="grid gap-2">
        {elements.map((element) => (
          <Element key={element.key} element={element} />
        ))}
      </dl>
    </Card>
  );
}

function titleOf(elements: number): string {
  return elements === 0 ? "What decides" : "Words that give it";
}

function Element({
  element: { key, isMeaning, phrasings, not },
}: {
  element: RuleModel["elements"][number];
}) {
  return (
    <div>
      <dt className="text-secondary text-text-faint">
        {key}, {isMeaning ? "by meaning" : "by pattern"}
      </dt>
      {phrasings.map((each) => (
        <dd key={each} className="[overflow-wrap:anywhere]">
          {isMeaning ? (
            `A sentence that ${each}; a denial, a question or a mention does not.`
          ) : (
            <code className="font-mono text-secondary">{each}</code>
          )}
        </dd>
      ))}
      {not.map((each) => (
        <dd key={each} className="[overflow-wrap:anywhere]">
          <span className="text-secondary text-text-faint">but not in a sentence with </span>
          <code className="font-mono text-secondary">{each}</code>
        </dd>
      ))}
    </div>
  );
}

function Crumbs() {
  return (
    <Link className="text-link hover:underline" href={rulesHref}>
      Disclosure rules
    </Link>
  );
}
