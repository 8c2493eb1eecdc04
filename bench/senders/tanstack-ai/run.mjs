import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import { chat, toolDefinition } from "@tanstack/ai";
import { createOpenaiChatCompletions } from "@tanstack/ai-openai";
import { otelMiddleware } from "@tanstack/ai/middlewares/otel";
import { z } from "zod";
import { lookUp, modelApi, playStory, story } from "../agent.mjs";

const exporter = new OTLPTraceExporter({ url: `${process.env.SINK_URL}/v1/traces` });
const provider = new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(exporter)] });
const adapter = createOpenaiChatCompletions(story.model, "none", {
  baseURL: modelApi,
  maxRetries: 0,
});
const track = toolDefinition({
  name: story.tool.name,
  description: story.tool.description,
  inputSchema: z.object({ [story.tool.parameter]: z.string() }),
}).server(async () => lookUp());
const histories = new Map();

await playStory(async ({ session, channel }, customer) => {
  const messages = [...(histories.get(session) ?? []), { role: "user", content: customer }];
  let text = "";
  const stream = chat({
    adapter,
    messages,
    systemPrompts: [story.system],
    tools: [track],
    threadId: session,
    middleware: [
      otelMiddleware({
        tracer: provider.getTracer("parcel-help"),
        captureContent: true,
        attributeEnricher: () => ({
          case_id: story.caseId,
          channel,
          "session.id": session,
          "user.id": story.customerId,
        }),
      }),
    ],
  });
  for await (const chunk of stream) {
    if (chunk.type === "RUN_ERROR") throw new Error(chunk.message);
    if (chunk.type === "TEXT_MESSAGE_CONTENT") text += chunk.delta;
  }
  histories.set(session, [...messages, { role: "assistant", content: text }]);
});
await provider.shutdown();
