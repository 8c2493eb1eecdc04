import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { BatchSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { Agent, createTool, VoltAgentObservability } from "@voltagent/core";
import { z } from "zod";
import { lookUp, modelApi, playStory, story } from "../agent.mjs";

const observability = new VoltAgentObservability({
  serviceName: "parcel-help",
  spanProcessors: [
    new BatchSpanProcessor(new OTLPTraceExporter({ url: `${process.env.SINK_URL}/v1/traces` })),
  ],
});
const models = createOpenAICompatible({
  name: "fake",
  baseURL: modelApi,
  apiKey: "none",
  includeUsage: true,
});
const agent = new Agent({
  name: "parcel-help",
  instructions: story.system,
  model: models(story.model),
  maxRetries: 1,
  observability,
  tools: [
    createTool({
      name: story.tool.name,
      description: story.tool.description,
      parameters: z.object({ [story.tool.parameter]: z.string() }),
      execute: async () => lookUp(),
    }),
  ],
});

await playStory(async ({ session, channel }, customer) => {
  const { textStream } = await agent.streamText(customer, {
    userId: story.customerId,
    conversationId: session,
    context: new Map([
      ["case_id", story.caseId],
      ["channel", channel],
    ]),
  });
  let text = "";
  for await (const piece of textStream) text += piece;
  if (text === "") throw new Error("no answer");
});
await observability.shutdown();
process.exit(0);
