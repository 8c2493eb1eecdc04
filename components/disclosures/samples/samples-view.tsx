"use client";

import Link from "next/link";
import type { RulesBehind } from "@/lib/domain/settings/rules-behind";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { formatCounted } from "@/lib/format/format";
import type { SampleLine, SamplesModel } from "@/lib/pages/disclosures/samples/samples-model";
import { DroppedNotice } from "@/components/layout/dropped-notice";
import { NoCasesYet } from "@/components/layout/nothing-ingested";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { Instant } from "@/components/ui/instant";
import { DrawForm, type DrawAction } from "./draw-form";
import { DisclosuresCrumb } from "../disclosures-crumb";
import { RulesBehindNotice } from "../rules-behind-notice";

type SamplesViewProps = {
  model: SamplesModel;
  behind: RulesBehind | null;
  dropped: readonly DroppedParam[];
  onDraw: DrawAction;
};

/** The samples of findings, and the draw of a new one. */
export function SamplesView({ model, behind, dropped, onDraw }: SamplesViewProps) {
  const { isWorkspaceEmpty, filter, population, search, filterHref, lines } = model;
  if (isWorkspaceEmpty) {
    return (
      <>
        <PageHeader title="Review samples" />
        <NoCasesYet will="This page will draw samples of what disclosure rules found, for review and sign-off." />
      </>
    );
  }
  return (
    <>
      <PageHeader title="Review samples" crumbs={<DisclosuresCrumb />}>
        <p className="max-w-[74ch] text-pretty text-text-muted">
          A sample keeps the findings as they were when it was drawn, with its filter and its seed.
          The random part estimates how often a disclosure was really not given; the part by risk
          looks where it would matter most.
        </p>
      </PageHeader>
      <DroppedNotice dropped={dropped} />
      <RulesBehindNotice behind={behind} />
      <Card
        title="Draw a sample"
        subtitle="Its sign-off is the sign-off of this period: it says what of it was judged and what was not."
      >
        <p>
          From {formatCounted(population, "finding")} that can be evaluated: {filter}.{" "}
          <Link className="text-link underline" href={filterHref}>
            Change the filter
          </Link>
        </p>
        <DrawForm search={search} onDraw={onDraw} />
      </Card>
      <Card title="Samples" subtitle="The latest first." isFlush>
        <SampleTable lines={lines} />
      </Card>
    </>
  );
}

function SampleTable({ lines }: { lines: readonly SampleLine[] }) {
  if (lines.length === 0) {
    return (
      <p className="border-t border-border px-4 py-3 text-text-muted">No sample was drawn yet.</p>
    );
  }
  return (
    <div className="records border-t border-border" role="region" aria-label="Samples">
      <table>
        <thead>
          <tr>
            <th scope="col">Sample</th>
            <th scope="col">Drawn from</th>
            <th scope="col">Progress</th>
            <th scope="col">Violations in the random part</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(
            ({ id, href, parts, filter, progress, violations, signed, drawnUs, isOfFilter }) => (
              <tr key={id}>
                <td data-lead="">
                  <span className="grid">
                    <Link className="text-link hover:underline" href={href} prefetch={false}>
                      Sample {id}
                    </Link>
                    <span className="text-secondary text-text-muted">
                      <Instant atUs={drawnUs} style="day" />
                    </span>
                  </span>
                </td>
                <td data-wide="">
                  <span className="grid [overflow-wrap:anywhere]">
                    <span>{filter}</span>
                    <span className="text-secondary text-text-muted">
                      {parts}
                      {isOfFilter ? "; of exactly this filter" : ""}
                    </span>
                  </span>
                </td>
                <td>
                  <span className="grid">
                    <span>{progress}</span>
                    {signed === "" ? null : (
                      <span className="text-secondary text-text-muted">{signed}</span>
                    )}
                  </span>
                </td>
                <td>{violations === "" ? "–" : violations}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}
