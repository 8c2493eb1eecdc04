import type { ReactNode } from "react";
import type { CasePageModel } from "@/lib/pages/case/case-page-model";
import { formatCount, formatCounted, formatDuration } from "@/lib/format/format";
import { Instant } from "../ui/instant";
import { JourneyStrip } from "./journey-strip";

const tilesMax = 7;

/** The case in figures. */
export function CaseFigures({ model }: { model: CasePageModel }) {
  const { openedUs, lastContactUs, journey } = model;
  const channelCount = new Set(journey.map((step) => step.channel)).size;
  return (
    <dl className="grid grid-cols-2 rounded-card border border-border bg-panel roomy:grid-cols-4">
      <Figure label="Contacts" value={formatCount(model.touchpoints)}>
        <JourneyStrip
          journey={journey}
          verdicts={model.handoffVerdicts}
          tilesMax={tilesMax}
          canWrap
        />
      </Figure>
      <Figure label="Channels" value={formatCount(channelCount)}>
        {handoffsInWords(model)}
      </Figure>
      <Figure
        label="From first to last contact"
        value={
          openedUs === null || lastContactUs === null
            ? "–"
            : formatDuration(lastContactUs - openedUs)
        }
      >
        <Period openedUs={openedUs} lastContactUs={lastContactUs} />
      </Figure>
      <Figure label="Messages" value={formatCount(model.messages)}>
        from {formatCounted(model.spans, "span")}
        {model.csat === null ? "" : `, CSAT ${model.csat} of 5`}
      </Figure>
    </dl>
  );
}

function handoffsInWords({ handoffs, contacts }: CasePageModel): string {
  if (handoffs === 0) return "no handoff";
  const switches = contacts
    .flatMap((contact) => contact.arrivals)
    .filter((arrival) => arrival.handoff.isChannelChanged).length;
  const across = switches === handoffs ? "all" : switches === 0 ? "none" : formatCount(switches);
  return `${formatCounted(handoffs, "handoff")}, ${across} across channels`;
}

type PeriodProps = Pick<CasePageModel, "openedUs" | "lastContactUs">;

function Period({ openedUs, lastContactUs }: PeriodProps) {
  if (openedUs === null) return "no time is known";
  return (
    <>
      <span className="whitespace-nowrap">
        <Instant atUs={openedUs} style="minute" /> {lastContactUs === null ? null : "to"}
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
