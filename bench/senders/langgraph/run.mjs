import { LangChainInstrumentation } from "@arizeai/openinference-instrumentation-langchain";
import * as callbackManager from "@langchain/core/callbacks/manager";
import { tool } from "@langchain/core/tools";
import { MemorySaver } from "@langchain/langgraph";
import { createReactAgent } from "@langchain/langgraph/prebuilt";
import { ChatOpenAI } from "@langchain/openai";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import { z } from "zod";
import { lookUp, modelApi, playStory, story } from "../agent.mjs";

const exporter = new OTLPTraceExporter({ url: `${process.env.SINK_URL}/v1/traces` });
const provider = new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(exporter)] });
provider.register();
const instrumentation = new LangChainInstrumentation({ tracerProvider: provider });
instrumentation.manuallyInstrument(callbackManager);

const agent = createReactAgent({
  llm: new ChatOpenAI({
    model: story.model,
    apiKey: "none",
    maxRetries: 0,
    streaming: true,
    configuration: { baseURL: modelApi },
  }),
  tools: [
    tool(async () => JSON.stringify(lookUp()), {
      name: story.tool.name,
      description: story.tool.description,
      schema: z.object({ [story.tool.parameter]: z.string() }),
    }),
  ],
  prompt: story.system,
  checkpointer: new MemorySaver(),
});

const begun = new Set();

await playStory(async ({ session, channel }, customer) => {
  // The checkpoint of a turn that failed has its words: it goes on without input.
  const input = begun.has(customer) ? null : { messages: [{ role: "user", content: customer }] };
  begun.add(customer);
  const stream = await agent.stream(input, {
    configurable: { thread_id: session },
    metadata: {
      session_id: session,
      user_id: story.customerId,
      case_id: story.caseId,
      channel,
    },
    streamMode: "messages",
  });
  for await (const _piece of stream);
});
await provider.shutdown();
