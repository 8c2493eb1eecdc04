import type { CaseFailure } from "@/lib/domain/case/case-failure";
import type { CaseSpan } from "@/lib/domain/case/case";
import { spanTraits, type Content } from "@/lib/domain/trace/reading";
import { isFailedSpan } from "@/lib/domain/trace/trace";
import { ancestors, indexSpans, type SpanTree } from "../transcript/select-conversation";
import { errorText } from "./error-text";
import { failedAnswersIn, type FailedAnswer } from "./failed-answers";
import { isVagueReason, saysNothing } from "./vague-reason";

/** Most failures kept of a case: a loop that fails with ever new texts is bounded. */
const mostFailures = 100;

/**
 * Finds the steps that failed in a case, each once, in order of their first failure. An agent, a chain or another
 * span around steps counts only if no step in it failed, and not within a failed step.
 * @param spans sorted by `sortSpans`
 */
export function findFailures(spans: readonly CaseSpan[]): readonly CaseFailure[] {
  const failed = new Set(spans.filter(isFailedSpan));
  const untraced = withoutSpan(failedAnswersIn(spans), spans);
  if (failed.size === 0 && untraced.length === 0) return [];
  const tree = indexSpans(spans);
  const around = new Set<CaseSpan>();
  for (const span of failed) for (const above of ancestors(span, tree)) around.add(above);
  const found = new Map<string, CaseFailure>();
  const add = (failure: CaseFailure): void => {
    const key = JSON.stringify(failure);
    if (!found.has(key) && found.size < mostFailures) found.set(key, failure);
  };
  const lastCall = new Map<string, CaseSpan>();
  for (const span of spans) {
    if (span.kind === "llm" && promptOf(span) !== null) lastCall.set(span.traceId, span);
    if (!failed.has(span)) continue;
    // A frame often fails because a step in it did.
    if (spanTraits[span.kind].form === "frame" && (around.has(span) || isInFailedStep(span, tree)))
      continue;
    const asker = span.kind === "tool" ? lastCall.get(span.traceId) : undefined;
    const above = [...ancestors(span, tree)];
    add(failureOf(span, asker === undefined ? above : [asker, ...above]));
  }
  for (const { span, toolName, text } of untraced) {
    const error = errorText(text);
    add({ kind: "tool", tool: toolName, model: null, prompt: promptOf(span), error });
  }
  return [...found.values()];
}

/** The failed answers to calls that have no span, by the tool's name: only the prompts tell of them. */
function withoutSpan(
  answers: readonly FailedAnswer[],
  spans: readonly CaseSpan[],
): readonly FailedAnswer[] {
  if (answers.length === 0) return answers;
  const traced = new Set(
    spans.filter(({ kind }) => kind === "tool").map(({ toolName }) => toolName),
  );
  return answers.filter(({ toolName }) => toolName !== null && !traced.has(toolName));
}

function isInFailedStep(span: CaseSpan, tree: SpanTree): boolean {
  for (const above of ancestors(span, tree)) {
    if (isFailedSpan(above) && spanTraits[above.kind].form !== "frame") return true;
  }
  return false;
}

/** @param others whose prompt it ran under: of a tool the model call before it, and the spans around it */
function failureOf(span: CaseSpan, others: readonly CaseSpan[]): CaseFailure {
  const { kind } = span;
  const isTool = kind === "tool";
  const prompts = [span, ...others].map(promptOf).filter((prompt) => prompt !== null);
  return {
    kind,
    tool: isTool ? (span.toolName ?? span.name) : null,
    model: isTool ? null : span.model,
    prompt: prompts.find((prompt) => prompt.includes("@")) ?? prompts[0] ?? null,
    error: errorText(reasonOf(span)),
  };
}

/** Of a tool that does not say why it failed, its result. */
function reasonOf({ kind, failure, output }: CaseSpan): string {
  const said = failure ?? "";
  if (kind !== "tool" || (said !== "" && !isVagueReason(said))) return said;
  const result = textOf(output);
  return saysNothing(result) ? said : result;
}

/** "support-core@v7"; null if it names neither. */
function promptOf({ promptName, promptVersion }: CaseSpan): string | null {
  if (promptName === null || promptVersion === null) return promptName ?? promptVersion;
  return `${promptName}@${promptVersion}`;
}

function textOf(content: Content | null): string {
  if (content === null || typeof content === "string") return content ?? "";
  return content.map(({ text }) => text).join("\n");
}
