import type { Convention } from "./convention";
import {
  claude,
  everyday,
  flue,
  haystack,
  mastra,
  microsoft,
  springAi,
  strands,
} from "./tables/frameworks";
import {
  agentOps,
  copilot,
  langtrace,
  langWatch,
  liteLlm,
  n8n,
  quarkus,
  voltAgent,
} from "./tables/gateways";
import { googleAdk, genkit } from "./tables/google";
import { langSmith } from "./tables/langchain";
import { langfuse } from "./tables/langfuse";
import { liveKit } from "./tables/livekit";
import { openInference } from "./tables/openinference";
import { otelGenAi } from "./tables/otel-genai";
import { openLit } from "./tables/openlit";
import { own } from "./tables/own";
import { openInferencePipecat, pipecat } from "./tables/pipecat";
import { braintrust, laminar, mlflow, opik, postHog, weave } from "./tables/platforms";
import { pydanticAi } from "./tables/pydantic-ai";
import { traceAi, voiceCall } from "./tables/traceai";
import { traceloop, traceloopRequestType } from "./tables/traceloop";
import { vectorDb } from "./tables/vector-db";
import { vercelAi } from "./tables/vercel-ai";

/** Registry of conventions, in order of precedence unless `precedence.ts` says otherwise. */
export const conventions: readonly Convention[] = [
  own,
  openInference,
  traceAi,
  traceloop,
  otelGenAi,
  openLit,
  traceloopRequestType,
  langfuse,
  voiceCall,
  liveKit,
  vercelAi,
  pydanticAi,
  googleAdk,
  genkit,
  langSmith,
  mlflow,
  laminar,
  braintrust,
  weave,
  opik,
  postHog,
  openInferencePipecat,
  pipecat,
  mastra,
  haystack,
  springAi,
  strands,
  microsoft,
  claude,
  langWatch,
  liteLlm,
  agentOps,
  langtrace,
  n8n,
  voltAgent,
  copilot,
  quarkus,
  flue,
  vectorDb,
  everyday,
];
