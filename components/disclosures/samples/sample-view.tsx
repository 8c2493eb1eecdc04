"use client";

import Link from "next/link";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { formatCount } from "@/lib/format/format";
import type { SampleModel, SignOffLine } from "@/lib/pages/disclosures/samples/samples-model";
import { samplePackHref, samplesHref } from "@/lib/pages/disclosures/samples/url";
import { DroppedNotice } from "@/components/layout/dropped-notice";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Instant } from "@/components/ui/instant";
import { MaskedText } from "@/components/ui/masked-text";
import { Pager } from "@/components/ui/pager";
import { StatusBadge } from "@/components/ui/status-badge";
import { FindingPanel } from "../finding-panel";
import { PackLink } from "../pack-link";
import type { ReviewAction } from "../review-control";
import { SampledFindings } from "./sampled-findings";
import { SignOffForm, type SignOffAction } from "./sign-off-form";
import { DisclosuresCrumb } from "../disclosures-crumb";

type SampleViewProps = {
  model: SampleModel;
  dropped: readonly DroppedParam[];
  onReview: ReviewAction;
  onSignOff: SignOffAction;
  /** Whether the viewer may make evidence packs. */
  canPack: boolean;
};

/** One sample: how it was drawn, what its review says, its findings and its sign-offs. */
export function SampleView({ model, dropped, onReview, onSignOff, canPack }: SampleViewProps) {
  const { id, title, facts, drawnUs, estimate, lines, pagination, panel, isDetached } = model;
  const { signOffs, signing, agreement, secondHref } = model;
  return (
    <>
      <PageHeader
        title={title}
        crumbs={<Crumbs />}
        actions={canPack ? <PackLink href={samplePackHref(id)} /> : null}
      >
        <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-0.5">
          {facts.map(({ name, words }) => (
            <div key={name} className="contents">
              <dt className="text-text-muted">{name}</dt>
              <dd className="[overflow-wrap:anywhere]">{words}</dd>
            </div>
          ))}
          <dt className="text-text-muted">Drawn on</dt>
          <dd>
            <Instant atUs={drawnUs} style="minute" />
          </dd>
          <dt className="text-text-muted">Sign-off</dt>
          <dd>
            <SignOffState {...signing} />
          </dd>
        </dl>
      </PageHeader>
      <DroppedNotice dropped={dropped} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 wide:grid-cols-[minmax(0,1fr)_400px]">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <Card title="What the review says">
            <Tally tally={model.tally} />
            <p className="text-pretty">{estimate}</p>
            {agreement === "" ? null : <p className="text-pretty">{agreement}</p>}
            {secondHref === null ? null : (
              <p>
                <Link
                  className="inline-flex min-h-6 items-center text-link hover:underline print:hidden"
                  href={secondHref}
                >
                  Second review
                </Link>
              </p>
            )}
          </Card>
          <Card
            title="Findings as they were drawn"
            subtitle="Later data do not change them; the decisions are the latest."
            isFlush
          >
            <SampledFindings lines={lines} />
            <Pager label="Pages of findings" pagination={pagination} />
          </Card>
          <div id={signOffPlace} className="scroll-mt-4">
            <Card title="Sign-off">
              <p className="text-pretty">
                Signing this sample off signs off what it was drawn from: {signing.covers}
              </p>
              {signing.since === "" ? null : <p>{signing.since}</p>}
              {signing.caution === "" ? null : <InlineAlert>{signing.caution}</InlineAlert>}
              <SignOffForm key={signing.after} id={id} signing={signing} onSignOff={onSignOff} />
              <SignOffs lines={signOffs} />
            </Card>
          </div>
        </div>
        {isDetached ? (
          <p className="max-wide:order-first rounded-card border border-border bg-panel px-4 py-3 text-text-muted">
            This finding is gone: the rule is off or no longer requires it there, or the contact was
            removed. It stays in the sample, and decisions on it are kept.
          </p>
        ) : (
          <div className="max-wide:order-first">
            <FindingPanel panel={panel} onReview={onReview} canPack={canPack} />
          </div>
        )}
      </div>
    </>
  );
}

const signOffPlace = "sign-off";

/** Whether it is signed off, and the way to the form at the end of the page. */
function SignOffState({ state, hindrance }: SampleModel["signing"]) {
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <StatusBadge tone={state.tone} label={state.words} variant="line" />
      {hindrance === "" ? null : <span className="text-text-muted">{hindrance}</span>}
      <Link
        className="inline-flex min-h-6 items-center text-link hover:underline print:hidden"
        href={`#${signOffPlace}`}
      >
        To the sign-off
      </Link>
    </span>
  );
}

function Crumbs() {
  return (
    <>
      <DisclosuresCrumb /> /{" "}
      <Link className="text-link hover:underline" href={samplesHref()}>
        Review samples
      </Link>
    </>
  );
}

/** Outcomes by part; few columns, so that it is a table at every width. */
function Tally({ tally: { outcomes, parts } }: Pick<SampleModel, "tally">) {
  return (
    <table className="max-w-100 tabular-nums" aria-label="Outcomes">
      <thead>
        <tr className="text-secondary text-text-faint">
          <th scope="col" className="py-1 pr-4 text-left font-normal">
            Outcome
          </th>
          {parts.map(({ part }) => (
            <th key={part} scope="col" className="py-1 pl-4 text-right font-normal">
              {part}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {outcomes.map((words, at) => (
          <tr key={words} className="border-t border-border">
            <th scope="row" className="py-1 pr-4 text-left font-normal">
              {words}
            </th>
            {parts.map(({ part, counts }) => (
              <td key={part} className="py-1 pl-4 text-right">
                {formatCount(counts[at] ?? 0)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SignOffs({ lines }: { lines: readonly SignOffLine[] }) {
  if (lines.length === 0) return <p className="text-text-muted">Nobody has signed it off.</p>;
  return (
    <ul className="grid gap-2 border-t border-border pt-2" aria-label="Sign-offs">
      {lines.map(({ id, by, atUs, counts, versions, period, note, isLatest }) => (
        <li key={id} className={isLatest ? "" : "text-text-muted"}>
          <b>Signed off</b> by {by}, <Instant atUs={atUs} style="minute" />
          {isLatest ? "" : ", replaced by a later one"}
          <p>{counts}.</p>
          {period === "" ? null : <p className="text-pretty">{period}</p>}
          <p className="text-secondary [overflow-wrap:anywhere] text-text-muted">{versions}</p>
          {note === "" ? null : (
            <p className="[overflow-wrap:anywhere]">
              <MaskedText text={note} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
