import { Agent, tool } from "@strands-agents/sdk";
import { OpenAIModel } from "@strands-agents/sdk/models/openai";
import { setupTracer } from "@strands-agents/sdk/telemetry";
import { z } from "zod";
import { lookUp, modelApi, playStory, story } from "../agent.mjs";

process.env.OTEL_EXPORTER_OTLP_ENDPOINT = process.env.SINK_URL;
const provider = setupTracer({ exporters: { otlp: true } });
const track = tool({
  name: story.tool.name,
  description: story.tool.description,
  inputSchema: z.object({ [story.tool.parameter]: z.string() }),
  callback: () => lookUp(),
});
const model = () =>
  new OpenAIModel({
    api: "chat",
    apiKey: "none",
    modelId: story.model,
    clientConfig: { baseURL: modelApi, maxRetries: 0 },
  });
const agents = new Map(
  story.contacts.map(({ session, channel }) => [
    session,
    new Agent({
      name: "parcel-help",
      model: model(),
      systemPrompt: story.system,
      tools: [track],
      printer: false,
      traceAttributes: {
        "session.id": session,
        "user.id": story.customerId,
        case_id: story.caseId,
        channel,
      },
    }),
  ]),
);

const begun = new Set();

await playStory(async ({ session }, customer) => {
  // An agent keeps the words of a turn that failed: it goes on without new ones.
  const input = begun.has(customer) ? [] : customer;
  begun.add(customer);
  for await (const _event of agents.get(session).stream(input));
});
await provider.shutdown();
