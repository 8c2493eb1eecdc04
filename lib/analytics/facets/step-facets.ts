import { ownEntry } from "@/lib/domain/own-entry";
import { spanKinds } from "@/lib/domain/trace/reading";
import { latencyValues } from "./case-facets";
import type { FacetEntry } from "./facet-entry";
import { errorWords, labelOf, latencyWords, stepWords } from "./facet-value-words";
import {
  errorsOf,
  failedModelsOf,
  failedPromptsOf,
  failedStepsOf,
  failedToolsOf,
  latencyOf,
} from "./facet-values";

/** The facets of what failed in a case and how long its models took. */
export const stepFacets = {
  /** The kinds of the steps that failed; cases without a failed step have none, here and below. */
  failedStep: {
    title: "Failed step",
    lead: "with a failed",
    words: (value) => labelOf(spanKinds, value, (kind) => stepWords[kind]),
    values: spanKinds,
    isLowered: true,
    stored: { group: "failures", valuesOf: failedStepsOf },
  },
  failedTool: {
    title: "Failed tool",
    lead: "with a failed call of the tool",
    words: (value) => value,
    stored: { group: "failures", valuesOf: failedToolsOf },
  },
  failedModel: {
    title: "Failed model",
    lead: "with a failed call of the model",
    words: (value) => value,
    stored: { group: "failures", valuesOf: failedModelsOf },
  },
  /** The prompt of a failed step: "support-core@v7". */
  failedPrompt: {
    title: "Prompt of a failed step",
    lead: "with a failed step on prompt",
    words: (value) => value,
    stored: { group: "failures", valuesOf: failedPromptsOf },
  },
  /** Why a step failed, as `errorText` shortens it: "Order # not found". */
  error: {
    title: "Error",
    lead: "with the error",
    words: errorWords,
    stored: { group: "errors", valuesOf: errorsOf },
  },
  /** How long the slowest model call took. */
  latency: {
    title: "Slowest answer",
    lead: "whose slowest answer took",
    words: (value) => ownEntry(latencyWords, value) ?? value,
    values: latencyValues,
    isLowered: true,
    stored: { group: "latencies", valuesOf: (row) => [latencyOf(row)] },
  },
} as const satisfies Readonly<Record<string, FacetEntry>>;
