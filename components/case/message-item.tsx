import Link from "next/link";
import { messageAnchor, type MessageView } from "@/lib/pages/case/case-page-model";
import { Icon } from "../ui/icon";
import { Instant } from "../ui/instant";
import { promptWords } from "@/lib/format/prompts/prompt-words";
import { MaskedText } from "../ui/masked-text";
import { AgentLabel } from "./agent-label";
import { HighlightedText } from "./highlighted-text";
import { InstructionsFold, ToolAnswerFold, ToolCallFold } from "./tool-fold";
import { message as words } from "@/lib/pages/case/words/transcript";

/** One message of the transcript: when, who, and the words. */
export function MessageItem({ view }: { view: MessageView }) {
  const { message } = view;
  return (
    <li
      id={messageAnchor(message.ordinal)}
      className="message grid grid-cols-[60px_minmax(0,1fr)_auto] gap-x-3 px-4 py-1.5 max-roomy:grid-cols-[minmax(0,1fr)_auto]"
    >
      <a
        className="text-secondary leading-6 text-text-faint hover:underline"
        href={`#${messageAnchor(message.ordinal)}`}
      >
        <Instant atUs={message.atUs} style="clock" />
      </a>
      <div className="grid min-w-0 gap-0.5 max-roomy:order-1 max-roomy:col-span-2">
        {view.failedCalls.map((failed, index) => (
          <p key={index} className="flex items-start gap-1 text-secondary text-fail">
            <Icon name="fail" isBold />
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <MaskedText text={failed} />
            </span>
          </p>
        ))}
        <MessageBody view={view} />
      </div>
      <TraceLink view={view} />
    </li>
  );
}

/** Leads to the span the message was first read from. */
function TraceLink({ view: { message, traceHref } }: { view: MessageView }) {
  if (traceHref === null) return null;
  return (
    <Link
      className="text-secondary leading-6 text-text-faint hover:text-text hover:underline"
      href={traceHref}
      prefetch={false}
      aria-label={words.traceOf(message.ordinal + 1)}
    >
      {words.trace}
    </Link>
  );
}

function MessageBody({ view }: { view: MessageView }) {
  const { message } = view;
  switch (message.speaker) {
    case "system":
      return <InstructionsFold view={view} />;
    case "tool":
      return <ToolAnswerFold view={view} />;
    case "customer":
      return (
        <>
          <p className="text-secondary font-semibold">{words.customer}</p>
          <Words view={view} />
        </>
      );
    case "agent":
      return (
        <>
          <p className="flex flex-wrap items-center gap-1.5 text-secondary text-text-faint">
            <AgentLabel kind={message.agentKind} />
            <span>
              <MaskedText text={message.agentId ?? message.model ?? ""} />
            </span>
            <span>
              <MaskedText text={promptWords(message.promptName, message.promptVersion) ?? ""} />
            </span>
          </p>
          {view.calls.map((call, index) => (
            <ToolCallFold key={index} call={call} isOpen={view.isQuoted} />
          ))}
          <Words view={view} />
        </>
      );
  }
}

function Words({ view }: { view: MessageView }) {
  if (view.message.text.trim() === "") return null;
  return (
    <p className="max-w-[78ch] whitespace-pre-wrap [overflow-wrap:anywhere]">
      <HighlightedText segments={view.segments} ordinal={view.message.ordinal} />
    </p>
  );
}
