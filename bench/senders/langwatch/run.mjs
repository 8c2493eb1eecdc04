import { getLangWatchTracer } from "langwatch";
import { setupObservability } from "langwatch/observability/node";
import OpenAI from "openai";
import {
  answer,
  chatRequest,
  histories,
  joinChunks,
  lookUp,
  modelApi,
  playStory,
  story,
} from "../agent.mjs";

const { shutdown } = setupObservability({
  langwatch: { apiKey: "none", endpoint: process.env.SINK_URL },
  serviceName: "parcel-help",
});
const tracer = getLangWatchTracer("parcel-help");
const client = new OpenAI({ apiKey: "none", baseURL: modelApi, maxRetries: 0 });
const historyOf = histories();

const callModel = (messages) =>
  tracer.withActiveSpan("chat", async (span) => {
    span.setType("llm").setRequestModel(story.model).setInput("chat_messages", messages);
    const message = await joinChunks(await client.chat.completions.create(chatRequest(messages)));
    span.setOutput("chat_messages", [message]);
    span.setMetrics({ promptTokens: 40, completionTokens: 12 });
    return message;
  });

const callTool = (call) =>
  tracer.withActiveSpan(call.function.name, async (span) => {
    span.setType("tool").setInput(JSON.parse(call.function.arguments));
    const result = lookUp();
    span.setOutput(result);
    return result;
  });

await playStory((contact, customer) =>
  tracer.withActiveSpan("support", async (span) => {
    span.setType("agent").setInput(customer);
    span.setAttributes({
      "langwatch.thread.id": contact.session,
      "langwatch.user.id": story.customerId,
      metadata: JSON.stringify({ case_id: story.caseId, channel: contact.channel }),
    });
    const messages = historyOf(contact);
    messages.push({ role: "user", content: customer });
    span.setOutput(await answer(messages, callModel, callTool));
  }),
);
await shutdown();
