import { formatCounted } from "@/lib/format/format";
import { indentJson } from "@/lib/format/indent-json";
import type { SpanMessage, SpanWords } from "@/lib/pages/trace/trace-page-model";
import { AgentLabel } from "../case/agent-label";
import { ToolCallFold } from "../case/tool-fold";
import { MaskedText } from "../ui/masked-text";
import { LongText } from "./long-text";

/** A span's input and output messages. */
export function SpanMessages({ words }: { words: readonly SpanWords[] }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {words.map(({ title, isPlain, omitted, messages }) => (
        <section key={title} className="grid grid-cols-[minmax(0,1fr)] gap-2">
          <h3 className="font-semibold">{title}</h3>
          {omitted === 0 ? null : (
            <p className="text-secondary text-text-faint">
              {formatCounted(omitted, "earlier message")} left out; the case has them all.
            </p>
          )}
          <ol className="grid grid-cols-[minmax(0,1fr)] gap-2.5">
            {messages.map((message, index) => (
              <li
                key={index}
                className="grid grid-cols-[minmax(0,1fr)] gap-0.5 border-l-2 border-border-strong pl-3"
              >
                {isPlain ? null : <SpeakerLine message={message} />}
                <Body message={message} isPlain={isPlain} />
                {message.toolCalls.map((call, at) => (
                  <ToolCallFold key={at} call={call} />
                ))}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function SpeakerLine({ message: { speaker, agentKind, name } }: { message: SpanMessage }) {
  return (
    <p className="flex flex-wrap items-center gap-1.5 text-secondary text-text-faint">
      {speaker === "agent" ? (
        <AgentLabel kind={agentKind} />
      ) : (
        <span className="first-letter:uppercase">{speaker}</span>
      )}
      <MaskedText text={name ?? ""} />
    </p>
  );
}

function Body({ message: { body, speaker }, isPlain }: { message: SpanMessage; isPlain: boolean }) {
  if (body.text.trim() === "") return null;
  if (!isPlain && speaker !== "tool") {
    return (
      <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
        <LongText shown={body} />
      </p>
    );
  }
  return (
    <pre
      className="max-h-96 overflow-auto font-mono text-axis whitespace-pre-wrap [overflow-wrap:anywhere]"
      tabIndex={0}
    >
      <LongText shown={{ ...body, text: indentJson(body.text) }} />
    </pre>
  );
}
