import type { CaseListItem } from "@/lib/analytics/words/case-list-item";
import type { JourneyStep } from "@/lib/format/journey-step";
import { journeyWords } from "@/lib/analytics/words/journey-words";
import { Icon } from "../ui/icon";

type Verdicts = CaseListItem["handoffVerdicts"];

type JourneyStripProps = {
  journey: readonly JourneyStep[];
  /** The handoffs between neighbouring tiles, where known. */
  verdicts?: Verdicts;
  /** Tiles that fit; what is beyond is counted. */
  tilesMax: number;
  /** Whether tiles go on in a second line where one is too short. */
  canWrap?: boolean;
};

/** The touchpoints of a case in order, one tile each: AI outlined, human filled, both half. */
export function JourneyStrip({
  journey,
  verdicts = [],
  tilesMax,
  canWrap = false,
}: JourneyStripProps) {
  const words = journeyWords(journey, verdicts);
  const shown = journey.length > tilesMax ? journey.slice(0, tilesMax - 1) : journey;
  const hidden = journey.length - shown.length;
  if (journey.length === 0) return <span className="text-text-faint">{words}</span>;
  return (
    <span
      className={`inline-flex items-center gap-0.5 align-top ${canWrap ? "max-w-full flex-wrap" : ""}`}
      role="img"
      aria-label={words}
      title={words}
    >
      {shown.map((step, index) => (
        <span key={index} className="inline-flex items-center gap-0.5">
          {index === 0 ? null : <Between verdict={verdicts[index - 1]} />}
          <span
            className={`channel-${step.channel} inline-grid size-5 place-items-center rounded-[5px] border-[1.5px] ${tileLook(step)}`}
          >
            <span className="inline-grid scale-[.86]">
              <Icon name={step.channel} />
            </span>
          </span>
        </span>
      ))}
      {hidden === 0 ? null : <span className="pl-0.5 text-axis text-text-muted">+{hidden}</span>}
    </span>
  );
}

/** Between two tiles: a cross where the customer was asked again or something was lost, else a line. */
function Between({ verdict }: { verdict: Verdicts[number] | undefined }) {
  if (verdict !== "asked-again" && verdict !== "lost") {
    const color = verdict === "said-again" ? "bg-warn" : "bg-border-strong";
    return <span className={`h-[1.5px] w-1.5 ${color}`} />;
  }
  return (
    <span className="grid size-2.5 place-items-center text-fail">
      <Icon name="fail" isBold />
    </span>
  );
}

function tileLook({ agentKinds }: JourneyStep): string {
  const hasAi = agentKinds.includes("ai");
  const hasHuman = agentKinds.includes("human");
  if (hasAi && hasHuman) {
    return "border-(--channel) text-(--channel-ink) bg-[linear-gradient(135deg,transparent_50%,color-mix(in_oklab,var(--channel)_38%,transparent)_50%)]";
  }
  if (hasHuman) return "border-(--channel) bg-(--channel) text-panel";
  if (hasAi) return "border-(--channel) text-(--channel-ink)";
  return "border-dashed border-(--channel) text-(--channel-ink)";
}
