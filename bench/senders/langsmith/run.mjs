import { initializeOTEL } from "langsmith/experimental/otel/setup";
import { traceable } from "langsmith/traceable";
import { wrapOpenAI } from "langsmith/wrappers/openai";
import OpenAI from "openai";
import { answer, chatRequest, histories, joinChunks, lookUp } from "../agent.mjs";
import { modelApi, playStory, story } from "../agent.mjs";

Object.assign(process.env, {
  ...{ LANGSMITH_TRACING: "true", LANGSMITH_OTEL_ENABLED: "true", LANGSMITH_OTEL_ONLY: "true" },
  ...{ LANGSMITH_API_KEY: "none", OTEL_EXPORTER_OTLP_ENDPOINT: process.env.SINK_URL },
});
const { DEFAULT_LANGSMITH_SPAN_PROCESSOR: processor } = initializeOTEL();
const openai = wrapOpenAI(new OpenAI({ apiKey: "none", baseURL: modelApi, maxRetries: 0 }));
const historyOf = histories();

const callModel = async (messages) =>
  joinChunks(await openai.chat.completions.create(chatRequest(messages)));

const track = traceable(async (_arguments) => lookUp(), {
  name: story.tool.name,
  run_type: "tool",
});
const callTool = (call) => track(JSON.parse(call.function.arguments));

await playStory((contact, customer) => {
  const turn = traceable(
    async (words) => {
      const messages = historyOf(contact);
      messages.push({ role: "user", content: words });
      return answer(messages, callModel, callTool);
    },
    {
      name: "support",
      metadata: {
        thread_id: contact.session,
        user_id: story.customerId,
        case_id: story.caseId,
        channel: contact.channel,
      },
    },
  );
  return turn(customer);
});
await processor.shutdown();
