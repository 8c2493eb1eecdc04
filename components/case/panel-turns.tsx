import Link from "next/link";
import { formatCount, formatInstant } from "@/lib/view/format";
import type { PanelSide, PanelTurn } from "@/lib/view/item-panel-model";
import type { Tone } from "@/lib/view/wording";
import { promptWords } from "@/lib/view/prompt-words";
import { MaskedText } from "../ui/masked-text";
import { AgentMark } from "./agent-mark";
import { ChannelMark } from "./channel-mark";
import { MarkedText } from "./marked-text";

type Marks = ReadonlyMap<number, Tone>;
type PanelTurnsProps = { title: string; side: PanelSide; marks: Marks };

/** One side of a handoff: the turns next to it, and those that are quoted. */
export function PanelTurns({ title, side, marks }: PanelTurnsProps) {
  const { interaction, turns, first, last, total, href } = side;
  const range =
    first === last
      ? `turn ${formatCount(first)}`
      : `turns ${formatCount(first)}–${formatCount(last)}`;
  return (
    <>
      <h3 className="flex flex-wrap items-center gap-x-1.5 font-semibold">
        {title}: <ChannelMark channel={interaction.channel} />
        {turns.length === 0 ? null : (
          <span className="font-normal text-text-faint">
            {range} of {formatCount(total)}
          </span>
        )}
      </h3>
      {turns.length === 0 ? (
        <p className="text-text-faint">
          {interaction.strippedCount > 0
            ? "Its words were removed before they reached us."
            : "No words of it reached us."}
        </p>
      ) : (
        <ol className="grid grid-cols-[minmax(0,1fr)] gap-2.5">
          {turns.map((turn) => (
            <Turn key={turn.message.ordinal} turn={turn} marks={marks} />
          ))}
        </ol>
      )}
      <a className="justify-self-start text-secondary text-link hover:underline" href={href}>
        Whole contact in the transcript
      </a>
    </>
  );
}

function Turn({ turn, marks }: { turn: PanelTurn; marks: Marks }) {
  const { message, segments, href, isAfterGap } = turn;
  return (
    <li className="grid grid-cols-[40px_minmax(0,1fr)] gap-x-2">
      {isAfterGap ? (
        <span className="col-span-2 pb-2 text-secondary text-text-faint">… turns in between …</span>
      ) : null}
      <a
        className="inline-block min-h-6 text-secondary leading-5 text-text-faint hover:underline"
        href={href}
        aria-label={`Message ${String(message.ordinal + 1)} in the transcript, ${formatInstant(message.atUs, "minute")}`}
      >
        {formatInstant(message.atUs, "clock").slice(0, 5)}
      </a>
      <div className="grid min-w-0 gap-0.5">
        <Speaker turn={turn} />
        <p
          tabIndex={0}
          className="max-h-72 overflow-y-auto whitespace-pre-wrap [overflow-wrap:anywhere]"
        >
          <MarkedText segments={segments} marks={marks} />
        </p>
      </div>
    </li>
  );
}

function Speaker({ turn: { message, traceHref } }: { turn: PanelTurn }) {
  return (
    <p className="flex flex-wrap items-center gap-1.5 text-secondary text-text-faint">
      {message.speaker === "customer" ? (
        <span className="font-semibold text-text">Customer</span>
      ) : (
        <>
          <AgentMark kind={message.agentKind} />
          <MaskedText text={message.agentId ?? message.model ?? ""} />
          <MaskedText text={promptWords(message.promptName, message.promptVersion) ?? ""} />
        </>
      )}
      {traceHref === null ? null : (
        <Link
          className="ml-auto text-link hover:underline"
          href={traceHref}
          prefetch={false}
          aria-label={`Trace of message ${String(message.ordinal + 1)}`}
        >
          trace
        </Link>
      )}
    </p>
  );
}
