import Link from "next/link";
import type { CasePeek, PeekQuote, PeekReason } from "@/lib/pages/case/title/case-peek";
import { evaluatorName } from "@/lib/format/scores/evaluator-words";
import { AgentLabel } from "../case/agent-label";
import { ChannelLabel } from "../case/channel-label";
import { HitWords } from "./hit-words";
import { Instant } from "../ui/instant";
import { MaskedText } from "../ui/masked-text";
import { MaskedValue } from "../ui/masked-value";
import { previewReasons } from "@/lib/pages/cases/words/preview";

type PreviewReasonsProps = { peek: Pick<CasePeek, "found" | "outcomeReasons" | "reasons"> };

/** What the search found, then quotes that support the case's outcome, then those that contradict it. */
export function PreviewReasons({ peek: { found, outcomeReasons, reasons } }: PreviewReasonsProps) {
  return (
    <section className="grid gap-2.5 border-b border-border px-4 py-3">
      <h3 className="text-secondary font-semibold">{previewReasons.title}</h3>
      {found === null ? null : <Found found={found} />}
      <p className="text-secondary text-pretty text-text-muted">{outcomeReasons.join(" ")}</p>
      {reasons.map((reason, index) => (
        <Reason key={index} reason={reason} />
      ))}
    </section>
  );
}

function Found({ found: { hit, reasons } }: { found: NonNullable<CasePeek["found"]> }) {
  return (
    <div className="grid gap-1.5">
      {reasons.map(({ before, place, after }) => (
        <p key={before} className="text-secondary text-pretty">
          <MaskedText text={`${before}${place}${after}.`} />
        </p>
      ))}
      {hit === null || hit.words.length === 0 ? null : (
        <p className="border-l-2 border-border-strong pl-2.5 text-secondary text-pretty text-text-muted [overflow-wrap:anywhere]">
          <HitWords hit={hit} />
        </p>
      )}
    </div>
  );
}

function Reason({ reason: { evaluator, because, quotes } }: { reason: PeekReason }) {
  const name = evaluatorName(evaluator);
  return (
    <div className="grid gap-1.5">
      <p className="text-secondary text-pretty">
        <b className="inline-block first-letter:uppercase">{name}:</b>{" "}
        <span className="text-text-muted">
          <MaskedText text={because} />
        </span>
      </p>
      {quotes.map((quote) => (
        <Quote key={quote.ordinal} quote={quote} />
      ))}
    </div>
  );
}

/** Agent quotes contradict the outcome; earlier customer quotes support it. */
function Quote({ quote }: { quote: PeekQuote }) {
  const isOfAgent = quote.speaker === "agent";
  return (
    <Link
      className={`block border-l-2 py-0.5 pl-2.5 hover:bg-hover ${isOfAgent ? "border-fail" : "border-border-strong"}`}
      href={quote.href}
      prefetch={false}
    >
      <span className="flex flex-wrap items-center gap-x-1.5 text-axis text-text-faint">
        <ChannelLabel channel={quote.channel} />
        {isOfAgent ? <AgentLabel kind={quote.agentKind} /> : quote.speaker}
        <Instant atUs={quote.atUs} style="minute" />
      </span>
      <span className="text-pretty [overflow-wrap:anywhere]">
        {quote.words.map(({ raw, masked, refs }, index) => {
          const words =
            masked === null ? raw : <MaskedValue type={masked.type} pseudonym={masked.pseudonym} />;
          return refs.length === 0 ? (
            <span key={index}>{words}</span>
          ) : (
            <mark key={index} className={isOfAgent ? "border-fail bg-fail-wash" : ""}>
              {words}
            </mark>
          );
        })}
      </span>
    </Link>
  );
}
