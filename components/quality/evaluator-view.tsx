"use client";

import Link from "next/link";
import { displayZone, formatCount, formatInstant } from "@/lib/format/format";
import type { EvaluatorPageModel } from "@/lib/pages/quality/quality-model";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { DroppedNotice } from "../layout/dropped-notice";
import { PageHeader } from "../layout/page-header";
import { PrintHeader } from "../layout/print-header";
import { Card } from "../ui/card";
import { InlineAlert } from "../ui/inline-alert";
import { AgreementCard } from "./agreement-card";
import { CalibrationChart } from "./calibration-chart";
import { ComparisonCard } from "./comparison-card";
import { FiguresTable } from "./figures-table";
import { HereCard } from "./here-card";

type EvaluatorViewProps = { model: EvaluatorPageModel; dropped: readonly DroppedParam[] };

/** The page of one evaluator: question, accuracy, scores in this workspace. */
export function EvaluatorView({ model, dropped }: EvaluatorViewProps) {
  const { row, about, sets, calibrations, basis, asOfUs } = model;
  return (
    <>
      <PageHeader title={row.question} crumbs={<Crumbs />}>
        <p className="text-text-muted">
          {row.name} <code className="font-mono">{row.evaluator}</code> {row.version} · as of{" "}
          {formatInstant(asOfUs, "minute")} {displayZone()}
        </p>
      </PageHeader>
      <PrintHeader
        subject={`${row.name} ${row.version}`}
        period={basis}
        dataAsOfUs={asOfUs}
        evaluators={[`${row.name} ${row.version}`]}
        generatedUs={asOfUs}
      />
      <DroppedNotice dropped={dropped} />
      {sets.length === 0 ? (
        <InlineAlert>
          Accuracy not measured: nobody has published labels for this question. Its reasons and the
          words it points at are what it can be judged by.
        </InlineAlert>
      ) : (
        <Card
          title={
            row.detector === null
              ? "How right it was"
              : `How right its detector was: ${row.detector}`
          }
          subtitle="On labelled rows whose group was left out when it was fitted"
          isFlush
        >
          {sets.map((set) => (
            <FiguresTable key={`${set.dataSet} ${set.label}`} set={set} />
          ))}
        </Card>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 wide:grid-cols-2">
        {about === null ? null : <AboutCard about={about} />}
        {calibrations.length === 0 ? null : (
          <Card title="Whether its probabilities hold" subtitle="Said, across; was so, upwards">
            <div className="flex flex-wrap gap-4">
              {calibrations.map((view) => (
                <CalibrationChart key={`${view.dataSet} ${view.summary}`} view={view} />
              ))}
            </div>
          </Card>
        )}
        <AgreementCard agreements={model.agreements} labelHref={model.labelHref} />
        <ComparisonCard comparisons={model.comparisons} disputedHref={model.disputedHref} />
        {model.givesScores ? <HereCard model={model} /> : null}
        {model.reasons.length === 0 ? null : (
          <Card title="Why it could not say" subtitle={`Not scorable: ${row.unscoredShare}`}>
            <ul className="grid gap-1 text-secondary text-text-muted">
              {model.reasons.map(({ because, count }) => (
                <li key={because}>
                  {because} <span className="whitespace-nowrap">× {formatCount(count)}</span>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </>
  );
}

function AboutCard({ about }: { about: NonNullable<EvaluatorPageModel["about"]> }) {
  const sentences = [
    ["How it decides", about.method],
    ["What it gets wrong", about.weaknesses],
    ["Labels", about.data],
  ] as const;
  return (
    <Card title="What it rests on">
      <dl className="grid gap-2">
        {sentences.map(([name, words]) => (
          <div key={name}>
            <dt className="text-secondary text-text-faint">{name}</dt>
            <dd className="text-pretty">{words}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Crumbs() {
  return (
    <Link className="text-link hover:underline" href="/quality">
      Quality
    </Link>
  );
}
