import type { ReactNode } from "react";
import type { CasePageModel } from "@/lib/pages/case/case-page-model";
import { formatCount, formatDuration } from "@/lib/format/format";
import { Instant } from "../ui/instant";
import { JourneyStrip } from "./journey-strip";
import { figures } from "@/lib/pages/case/words/page";

const tilesMax = 7;

/** The case in figures. */
export function CaseFigures({ model }: { model: CasePageModel }) {
  const { openedUs, lastContactUs, journey } = model;
  const channelCount = new Set(journey.map((step) => step.channel)).size;
  return (
    <dl className="grid grid-cols-2 rounded-card border border-border bg-panel roomy:grid-cols-4">
      <Figure label={figures.contacts} value={formatCount(model.touchpoints)}>
        <JourneyStrip
          journey={journey}
          verdicts={model.handoffVerdicts}
          tilesMax={tilesMax}
          canWrap
        />
      </Figure>
      <Figure label={figures.channels} value={formatCount(channelCount)}>
        {handoffsInWords(model)}
      </Figure>
      <Figure
        label={figures.duration}
        value={
          openedUs === null || lastContactUs === null
            ? "–"
            : formatDuration(lastContactUs - openedUs)
        }
      >
        <Period openedUs={openedUs} lastContactUs={lastContactUs} />
      </Figure>
      <Figure label={figures.messages} value={formatCount(model.messages)}>
        {figures.fromSpans(model.spans)}
        {model.csat === null ? "" : figures.rating(model.csat)}
      </Figure>
    </dl>
  );
}

function handoffsInWords({ handoffs, contacts }: CasePageModel): string {
  if (handoffs === 0) return figures.noHandoff;
  const switches = contacts
    .flatMap((contact) => contact.arrivals)
    .filter((arrival) => arrival.handoff.isChannelChanged).length;
  return figures.handoffs(handoffs, switches);
}

type PeriodProps = Pick<CasePageModel, "openedUs" | "lastContactUs">;

function Period({ openedUs, lastContactUs }: PeriodProps) {
  if (openedUs === null) return figures.timeUnknown;
  return (
    <>
      <span className="whitespace-nowrap">
        <Instant atUs={openedUs} style="minute" /> {lastContactUs === null ? null : figures.to}
      </span>{" "}
      {lastContactUs === null ? null : (
        <span className="whitespace-nowrap">
          <Instant atUs={lastContactUs} style="minute" />
        </span>
      )}
    </>
  );
}

type FigureProps = { label: string; value: string; children: ReactNode };

function Figure({ label, value, children }: FigureProps) {
  return (
    <div className="grid content-start gap-0.5 border-border px-4 py-3 max-roomy:nth-[even]:border-l max-roomy:nth-[n+3]:border-t roomy:not-first:border-l">
      <dt className="text-text-muted">{label}</dt>
      <dd className="text-lede font-semibold tracking-tight">{value}</dd>
      <dd className="text-secondary text-text-faint">{children}</dd>
    </div>
  );
}
