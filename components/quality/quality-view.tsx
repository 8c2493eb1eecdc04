"use client";

import Link from "next/link";
import { howItReadsHref } from "@/lib/pages/how-it-reads/url";
import { displayZone, formatInstant } from "@/lib/format/format";
import type { QualityModel } from "@/lib/pages/quality/quality-model";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { DroppedNotice } from "../layout/dropped-notice";
import { PageHeader } from "../layout/page-header";
import { PrintHeader } from "../layout/print-header";
import { Card } from "../ui/card";
import { QualityTable } from "./quality-table";

type QualityViewProps = { model: QualityModel; dropped: readonly DroppedParam[] };

/** The Quality page: accuracy of the evaluators behind the other pages' figures. */
export function QualityView({ model, dropped }: QualityViewProps) {
  const { title, basis, rows, readers, imported, asOfUs } = model;
  return (
    <>
      <PageHeader title={title}>
        <p className="max-w-prose text-text-muted">
          Accuracy is measured on labelled rows whose domain, agent model or template was left out
          when the evaluator was fitted. {basis} As of {formatInstant(asOfUs, "minute")}{" "}
          {displayZone()}.
        </p>
      </PageHeader>
      <PrintHeader
        filters={[]}
        period={basis}
        dataAsOfUs={asOfUs}
        evaluators={rows.map((row) => `${row.name} ${row.version}`)}
        generatedUs={asOfUs}
      />
      <DroppedNotice dropped={dropped} />
      <Card title="Our evaluators" subtitle="They run here, with no model and no key" isFlush>
        <QualityTable rows={rows} shows="both" />
      </Card>
      <p>
        <Link className="text-link underline" href={howItReadsHref} prefetch={false}>
          How it reads
        </Link>
        : what messages are taken to do, how often that is right, and a sentence to try.
      </p>
      <Card
        title="What reads the words"
        subtitle="What it finds stands in the cases themselves; it gives no scores"
        isFlush
      >
        <QualityTable rows={readers} shows="accuracy" />
      </Card>
      {imported.length === 0 ? null : (
        <Card
          title="Scores from inside the traces"
          subtitle="Somebody else's: shown beside ours, never mixed with them"
          isFlush
        >
          <QualityTable rows={imported} shows="scores" />
        </Card>
      )}
    </>
  );
}
