import type { DataFinding } from "@/lib/domain/trace/finding";
import type { Reading } from "@/lib/domain/trace/reading";
import type { ReadingSettings } from "@/lib/domain/settings/settings";
import type { SourceSpan } from "@/lib/domain/trace/span";
import { readRepliedUsage, type RepliedUsage } from "@/lib/domain/trace/replied-usage";
import { declare } from "./conventions/declare";
import { scalarText } from "./conventions/json";
import { asHandoffCall } from "./conventions/read/handoff-call";
import { readBothSides } from "./conventions/read/read-both-sides";
import { readCaseEvents } from "./conventions/read/read-case-events";
import { readImportedScores } from "./conventions/read/read-imported-scores";
import { isFrameSpan } from "./conventions/is-frame-span";
import { partOfKind, readKind } from "./conventions/read/read-kind";
import { readMessageSpan } from "./conventions/read/read-message-span";
import { readPassages } from "./conventions/read/read-passages";
import { readModel } from "./conventions/read/read-model";
import { readFailure } from "./conventions/read/read-failure";
import { readWord, type Scanned } from "./conventions/read/read-word";
import { findingsOfTranscript } from "./conventions/transcript-times";
import type { SpanContent } from "./conventions/span-content";
import { scanAttributes, type Scan } from "./conventions/scan";

/** Given where a redactor left a placeholder, or nothing, for the words. */
export const strippedFinding: DataFinding = {
  code: "text-stripped",
  detail: "The words of this span were removed before it reached us.",
};

/**
 * Reads a span of any instrumentation. Pure; never throws. `system` is the instructions attribute
 * if there is one, else the text of the system messages at the input's beginning, which `input`
 * then omits. `input` and `output` are messages if the speaker is known, else the text as sent.
 */
export function readSpan(span: SourceSpan, settings: ReadingSettings): Reading {
  const scan = scanAttributes(span.attributes, span.scope);
  const kindReading = readKind(span, scan);
  const { kind, rule } = kindReading;
  const scanned = { span, scan, kindReading };
  const { declared, findings } = declare(span, scan, settings);
  const message = isModelCall(scanned) ? null : readMessageSpan(span);
  const content = message ?? readBothSides(span, scan, kindReading);
  const retrieved = readPassages(span, scan, kindReading);
  const { caseEvents, findings: eventFindings } = readCaseEvents(span);
  const isToolError =
    readToolError(scanned) || content.answer?.isError === true || hasThrown(scanned, content);
  const toolName =
    readWord(scanned, "toolName") ??
    content.answer?.name ??
    (kind === "tool" ? toolOf(scanned) : null);
  const { input, output } = content;
  const call =
    kind === "tool"
      ? asHandoffCall(span.name, { toolName, input, output })
      : { toolName, input, output };
  const hasContent = content.input !== null || content.output !== null;
  return {
    kind,
    part: isFrameSpan(span) ? "none" : (content.part ?? rule?.part ?? partOfKind(kind, hasContent)),
    declared,
    model: readModel(scanned),
    promptName: readWord(scanned, "promptName"),
    promptVersion: readWord(scanned, "promptVersion"),
    toolName: call.toolName,
    isToolError,
    toolCallId: kind === "tool" ? toolCallIdOf(scanned, content) : null,
    failure:
      kind === "tool" && (isToolError || span.status === "error") ? readFailure(scanned) : null,
    usage: kind === "llm" || kind === "embedding" ? readReplied(span, scan) : null,
    system: content.system,
    input: call.input,
    output: call.output,
    passages: retrieved.passages,
    caseEvents,
    importedScores: readImportedScores(span, scan),
    consumed: [...content.keys, ...retrieved.keys],
    findings: [
      ...findings,
      ...eventFindings,
      ...findingsOfTranscript(span),
      ...(content.isStripped ? [strippedFinding] : []),
    ],
  };
}

/** What a reply's body reports of usage: its attribute is not stored beside the words. */
function readReplied({ attributes }: SourceSpan, { outputs }: Scan): RepliedUsage | null {
  for (const { key } of outputs) {
    const usage = readRepliedUsage(attributes.get(key) ?? null);
    if (usage !== null) return usage;
  }
  return null;
}

/** A model's call may repeat its last message under the keys of a message of its own. */
function isModelCall({ scan, kindReading }: Scanned): boolean {
  const forms = [...scan.inputs, ...scan.outputs].map(({ form }) => form);
  return kindReading.kind === "llm" && (forms.includes("flat") || forms.includes("messages"));
}

const toolPrefix =
  /^(?:(?:execute_tool|running tool:?|tool_call|tool:|tools\/call)\s+|langchain4j\.tools\.|tool\.execution:)/i;

/** Classes of tools (LangChain, LlamaIndex, smolagents), which some instrumentations send for the tool's name. */
const toolClass = /^(?:Async|Base|Dynamic|Function|Simple|Structured){0,2}Tool$/;
/** The method that runs a tool, where a span has its name: `find.__call__`. */
const toolMethod = /\.(?:tool|__call__|a?call|a?run|_a?run|a?invoke|execute)$/;

/** A tool without a name attribute: the span's name without the instrumentation's prefix. */
function toolOf(scanned: Scanned): string | null {
  const said = readWord(scanned, "toolEntity");
  const name = said ?? scanned.span.name.replace(toolPrefix, "").replace(toolMethod, "");
  return toolClass.test(name) ? null : scalarText(name);
}

function toolCallIdOf(scanned: Scanned, content: SpanContent): string | null {
  return readWord(scanned, "toolCallId") ?? content.answer?.toolCallId ?? null;
}

/**
 * True for a tool or model call that recorded an exception and has no result, whatever its status: some set none, or
 * `ok` on whatever ended. One that was handled before the span ended is no failure.
 */
function hasThrown({ span, kindReading: { kind } }: Scanned, { output }: SpanContent): boolean {
  if ((kind !== "tool" && kind !== "llm") || output !== null) return false;
  return span.events.some(
    ({ name, attributes }) =>
      name === "exception" &&
      scalarText(attributes.get("exception.escaped"))?.toLowerCase() !== "false",
  );
}

const failureWords = new Set(["true", "1", "error", "failed", "failure"]);

function readToolError(scanned: Scanned): boolean {
  const said = readWord(scanned, "toolError");
  if (said !== null && failureWords.has(said.toLowerCase())) return true;
  // OpenTelemetry: set on a span that ended in an error, and on no other.
  return (
    scanned.kindReading.kind === "tool" &&
    scalarText(scanned.span.attributes.get("error.type")) !== null
  );
}
