import type { ToolCall } from "@/lib/domain/trace/reading";
import type { MessageView } from "@/lib/pages/case/case-page-model";
import { isHit } from "@/lib/analytics/search/split-at-hits";
import { indentJson } from "@/lib/format/indent-json";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";
import { HighlightedText } from "./highlighted-text";
import { message as messageWords, tool as words } from "@/lib/pages/case/words/transcript";

const summaryLook =
  "min-h-6 rounded-chip text-secondary leading-6 text-text-muted hover:text-text [overflow-wrap:anywhere]";
const boxLook =
  "mt-1 max-h-96 overflow-auto rounded-control bg-sunken px-3 py-2 font-mono text-axis whitespace-pre-wrap [overflow-wrap:anywhere]";

/** A tool call, folded unless `isOpen`. */
export function ToolCallFold({ call, isOpen = false }: { call: ToolCall; isOpen?: boolean }) {
  return (
    <details open={isOpen}>
      <summary className={summaryLook}>
        {words.call} <ToolName name={call.name} />
      </summary>
      <pre className={boxLook} tabIndex={0}>
        {call.args === "" ? words.noArguments : <MaskedText text={indentJson(call.args)} />}
      </pre>
    </details>
  );
}

/** A tool's result, folded unless it is quoted or found. */
export function ToolAnswerFold({ view }: { view: MessageView }) {
  const { tool, text } = view.message;
  return (
    <details open={view.isQuoted || view.segments.some(isHit)}>
      <summary className={summaryLook}>
        <ToolName name={tool?.name ?? ""} /> {words.answered(text.length)}{" "}
        {tool?.isError === true ? <StatusBadge tone="fail" label={words.failed} /> : null}
      </summary>
      {tool === null || tool.args === "" ? null : (
        <>
          <p className="pt-1 text-axis text-text-faint">{words.calledWith}</p>
          <pre className={boxLook} tabIndex={0}>
            <MaskedText text={indentJson(tool.args)} />
          </pre>
          <p className="pt-1 text-axis text-text-faint">{words.answer}</p>
        </>
      )}
      <pre className={boxLook} tabIndex={0}>
        {text === "" ? (
          words.noAnswer
        ) : (
          <HighlightedText segments={view.segments} ordinal={view.message.ordinal} />
        )}
      </pre>
    </details>
  );
}

/** An agent's system prompt, folded unless it is quoted. */
export function InstructionsFold({ view }: { view: MessageView }) {
  return (
    <details open={view.isQuoted}>
      <summary className={summaryLook}>{messageWords.system(view.message.text.length)}</summary>
      <pre className={boxLook} tabIndex={0}>
        <HighlightedText segments={view.segments} />
      </pre>
    </details>
  );
}

/** A tool's name; some exporters leave it out. */
function ToolName({ name }: { name: string }) {
  if (name === "") return words.nameless;
  return <code className="font-mono">{name}</code>;
}
