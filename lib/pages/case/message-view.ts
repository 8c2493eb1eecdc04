import type { Message } from "@/lib/domain/case/case";
import type { ToolCall } from "@/lib/domain/trace/reading";
import type { CaseSearch } from "@/lib/analytics/search/search-case";
import type { NumberedQuotations } from "@/lib/format/number-quotations";
import { segmentMessage } from "@/lib/format/segment-message";
import { spanHref } from "@/lib/pages/trace/url";
import type { MessageView } from "./case-page-model";
import { foundSegments } from "./search/case-found";
import type { FailedStep } from "./timeline/failure-stops";
import type { CaseQuery } from "./url";

/** What is marked in the transcript. */
export type Marked = {
  readonly quotations: NumberedQuotations;
  readonly search: CaseSearch | null;
  readonly steps: readonly FailedStep[];
};

/** A message of the transcript with what is marked in it. @param calls its tool calls without a result */
export function messageView(
  message: Message,
  calls: readonly ToolCall[],
  { quotations, search, steps }: Marked,
  { list }: Pick<CaseQuery, "list">,
): MessageView {
  const [span] = message.spans;
  const ranges = quotations.ranges.get(message.ordinal) ?? [];
  return {
    message,
    segments: foundSegments(message.ordinal, segmentMessage(message, ranges), search),
    calls,
    failedCalls: steps.flatMap((step) =>
      step.of === "model" && step.message === message.ordinal ? [step.words] : [],
    ),
    traceHref: span === undefined ? null : spanHref(span, list),
    isQuoted: ranges.length > 0,
  };
}
