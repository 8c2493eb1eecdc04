"use client";

import Link from "next/link";
import { labelPicks, type LabelPick } from "@/lib/domain/quality/label-pick";
import { formatCount } from "@/lib/format/format";
import type { LabelQueueItem, LabelQueueModel } from "@/lib/pages/quality/label-queue-model";
import { labelQueueHref, qualityHref } from "@/lib/pages/quality/url";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import type { Tone } from "@/lib/format/wording";
import { ContactHeading } from "../case/contact-heading";
import { PanelTurnItem } from "@/components/case/panel/panel-turn-item";
import type { LabelActions } from "../label/labelling";
import { LabellingProvider } from "../label/labelling-provider";
import { DroppedNotice } from "../layout/dropped-notice";
import { PageHeader } from "../layout/page-header";
import { ScoreList } from "../score/score-list";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { Instant } from "../ui/instant";
import { LinkKeys } from "../ui/link-keys";
import { MaskedText } from "../ui/masked-text";
import { LabelKeys } from "./label-keys";

type LabelQueueViewProps = LabelActions & {
  model: LabelQueueModel;
  dropped: readonly DroppedParam[];
};

/** The label queue of an evaluator: one score at a time with its messages. */
export function LabelQueueView({ model, dropped, ...actions }: LabelQueueViewProps) {
  const { question, item, query, total } = model;
  return (
    <>
      <PageHeader title={question} crumbs={<Crumbs model={model} />}>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Picks evaluator={model.evaluator} chosen={query.pick} />
          {total === 0 ? null : (
            <p className="text-secondary text-text-muted">
              {formatCount(Math.min(query.at + 1, total))} of {formatCount(total)}
            </p>
          )}
          <Steps model={model} />
        </div>
      </PageHeader>
      <DroppedNotice dropped={dropped} />
      {item === null ? (
        <EmptyState title="Nothing to label here">
          <p className="max-w-prose text-text-muted">
            {total === 0
              ? nothingWords[query.pick]
              : "The queue ends before this place, or its case was derived anew. Begin again."}
          </p>
        </EmptyState>
      ) : (
        <LabellingProvider
          labelling={{ caseId: item.caseId, labels: item.labels, canLabel: true, ...actions }}
        >
          <Item item={item} />
        </LabellingProvider>
      )}
    </>
  );
}

const noTones: ReadonlyMap<number, Tone> = new Map();

function Item({ item: { caseId, href, score, contacts, dispute } }: { item: LabelQueueItem }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 wide:grid-cols-2">
      <Card title="What was said">
        {contacts.map(({ interaction, turns }) => (
          <section key={interaction.ordinal} className="grid gap-3">
            <h3 className="flex flex-wrap items-baseline gap-x-2 border-b border-border pb-1.5">
              <ContactHeading interaction={interaction} />
              <span className="text-secondary font-normal text-text-faint">
                <Instant atUs={interaction.startUs} style="weekdayTime" />
              </span>
            </h3>
            <ol className="grid gap-3">
              {turns.map((turn) => (
                <PanelTurnItem key={turn.message.ordinal} turn={turn} tones={noTones} />
              ))}
            </ol>
          </section>
        ))}
        <p className="text-secondary">
          <Link className="text-link hover:underline" href={href} prefetch={false}>
            Open case <MaskedText text={caseId} />
          </Link>
        </p>
      </Card>
      <Card title="What the evaluator says of it" subtitle="Is it right? r, w; then j for the next">
        {dispute === null ? null : (
          <p className="[overflow-wrap:anywhere]">
            Against it: <MaskedText text={dispute} />.
          </p>
        )}
        <ScoreList scores={[score]} />
      </Card>
    </div>
  );
}

const notScored = "This evaluator has scored nothing that you see yet.";
const nothingWords: Readonly<Record<LabelPick, string>> = {
  random: notScored,
  unsure: notScored,
  disagreement:
    "Nobody contradicts it: no imported score, LLM judge or label stands on the other side of 0.5.",
};

const pickWords: Readonly<Record<LabelPick, string>> = {
  random: "Any",
  unsure: "Near 0.5",
  disagreement: "Disagreement",
};

function Picks({ evaluator, chosen }: { evaluator: string; chosen: LabelPick }) {
  return (
    <nav aria-label="Which scores" className="flex flex-wrap gap-1 text-secondary">
      {labelPicks.map((pick) => (
        <Link
          key={pick}
          className={`flex min-h-6 items-center rounded-chip border px-2 ${pick === chosen ? "border-border-strong bg-selected font-semibold" : "border-border text-text-muted hover:bg-hover"}`}
          href={labelQueueHref(evaluator, { pick, at: 0 })}
          aria-current={pick === chosen ? "true" : undefined}
          prefetch={false}
        >
          {pickWords[pick]}
        </Link>
      ))}
    </nav>
  );
}

function Steps({ model: { previousHref, nextHref } }: { model: LabelQueueModel }) {
  const steps = [
    ["Previous", previousHref],
    ["Next", nextHref],
  ] as const;
  return (
    <nav aria-label="Queue" className="flex gap-3 text-secondary">
      {steps.map(([word, href]) =>
        href === null ? (
          <span key={word} className="text-text-faint">
            {word}
          </span>
        ) : (
          <Link key={word} className="text-link hover:underline" href={href} prefetch={false}>
            {word}
          </Link>
        ),
      )}
      <LinkKeys hrefs={{ nextAnswer: nextHref, previousAnswer: previousHref }} />
      <LabelKeys />
    </nav>
  );
}

function Crumbs({ model: { evaluator, name } }: { model: LabelQueueModel }) {
  return (
    <>
      <Link className="text-link hover:underline" href="/quality">
        Quality
      </Link>
      {" › "}
      <Link className="text-link hover:underline" href={qualityHref(evaluator)}>
        {name}
      </Link>
    </>
  );
}
