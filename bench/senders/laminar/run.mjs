import { Laminar, observe } from "@lmnr-ai/lmnr";
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

const { protocol, hostname, port } = new URL(process.env.SINK_URL);
Laminar.initialize({
  projectApiKey: "none",
  baseUrl: `${protocol}//${hostname}`,
  httpPort: Number(port),
  forceHttp: true,
  instrumentModules: { OpenAI },
});
const client = new OpenAI({ apiKey: "none", baseURL: modelApi, maxRetries: 0 });
const historyOf = histories();

const callModel = async (messages) =>
  joinChunks(await client.chat.completions.create(chatRequest(messages)));

const callTool = (call) =>
  observe(
    { name: call.function.name, spanType: "TOOL" },
    async () => lookUp(),
    JSON.parse(call.function.arguments),
  );

await playStory((contact, customer) =>
  observe(
    {
      name: "support",
      sessionId: contact.session,
      userId: story.customerId,
      metadata: { case_id: story.caseId, channel: contact.channel },
    },
    async (words) => {
      const messages = historyOf(contact);
      messages.push({ role: "user", content: words });
      return answer(messages, callModel, callTool);
    },
    customer,
  ),
);
await Laminar.shutdown();
