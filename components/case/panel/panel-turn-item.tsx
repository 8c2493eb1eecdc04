import Link from "next/link";
import { formatInstant } from "@/lib/format/format";
import type { PanelTurn } from "@/lib/pages/case/panel/item-panel-model";
import { promptWords } from "@/lib/format/prompts/prompt-words";
import type { Tone } from "@/lib/format/wording";
import { MaskedText } from "@/components/ui/masked-text";
import { AgentLabel } from "../agent-label";
import { HighlightedText } from "../highlighted-text";
import { panelTurns } from "@/lib/pages/case/words/panel";
import { message as messageWords } from "@/lib/pages/case/words/transcript";

type PanelTurnItemProps = { turn: PanelTurn; tones: ReadonlyMap<number, Tone> };

const words = "whitespace-pre-wrap [overflow-wrap:anywhere]";

/** One turn in a detail panel; long text scrolls unless some of it is quoted. */
export function PanelTurnItem({ turn, tones }: PanelTurnItemProps) {
  const { message, segments, href, isAfterGap } = turn;
  const text = <HighlightedText segments={segments} tones={tones} />;
  return (
    <li className="grid grid-cols-[40px_minmax(0,1fr)] gap-x-2">
      {isAfterGap ? (
        <span className="col-span-2 pb-2 text-secondary text-text-faint">{panelTurns.between}</span>
      ) : null}
      <a
        className="inline-block min-h-6 text-secondary leading-5 text-text-faint hover:underline"
        href={href}
        aria-label={panelTurns.message(message.ordinal + 1, formatInstant(message.atUs, "minute"))}
      >
        {formatInstant(message.atUs, "clock").slice(0, 5)}
      </a>
      <div className="grid min-w-0 gap-0.5">
        <Speaker turn={turn} />
        {segments.some(({ refs }) => refs.length > 0) ? (
          <p className={words}>{text}</p>
        ) : (
          <p tabIndex={0} className={`max-h-72 overflow-y-auto ${words}`}>
            {text}
          </p>
        )}
      </div>
    </li>
  );
}

function Speaker({ turn: { message, traceHref } }: { turn: PanelTurn }) {
  return (
    <p className="flex flex-wrap items-center gap-1.5 text-secondary text-text-faint">
      {message.speaker === "customer" ? (
        <span className="font-semibold text-text">{messageWords.customer}</span>
      ) : (
        <>
          <AgentLabel kind={message.agentKind} />
          <span>
            <MaskedText text={message.agentId ?? message.model ?? ""} />
          </span>
          <span>
            <MaskedText text={promptWords(message.promptName, message.promptVersion) ?? ""} />
          </span>
        </>
      )}
      {traceHref === null ? null : (
        <Link
          className="ml-auto text-link hover:underline"
          href={traceHref}
          prefetch={false}
          aria-label={messageWords.traceOf(message.ordinal + 1)}
        >
          {messageWords.trace}
        </Link>
      )}
    </p>
  );
}
