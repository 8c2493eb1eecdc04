import { BraintrustSpanProcessor } from "@braintrust/otel";
import { SpanStatusCode, trace } from "@opentelemetry/api";
import { NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import OpenAI from "openai";
import { answer, chatRequest, histories, joinChunks, lookUp } from "../agent.mjs";
import { modelApi, playStory, story } from "../agent.mjs";

const provider = new NodeTracerProvider({
  spanProcessors: [
    new BraintrustSpanProcessor({
      apiKey: "none",
      apiUrl: process.env.SINK_URL,
      parent: "project_name:parcels",
      filterAISpans: true,
    }),
  ],
});
provider.register();
const tracer = trace.getTracer("parcel-help");
const client = new OpenAI({ apiKey: "none", baseURL: modelApi, maxRetries: 0 });
const historyOf = histories();

/** A span as Braintrust's page on OpenTelemetry has it written by hand. */
const traced = (name, type, input, metadata, work) =>
  tracer.startActiveSpan(name, async (span) => {
    span.setAttribute("braintrust.span_attributes", JSON.stringify({ type }));
    span.setAttribute("braintrust.input_json", JSON.stringify(input));
    span.setAttribute("braintrust.metadata", JSON.stringify(metadata));
    try {
      const output = await work(span);
      span.setAttribute("braintrust.output_json", JSON.stringify(output));
      return output;
    } catch (error) {
      span.recordException(error);
      span.setStatus({ code: SpanStatusCode.ERROR, message: error.message });
      throw error;
    } finally {
      span.end();
    }
  });

const callModel = (messages) =>
  traced("chat", "llm", [...messages], { model: story.model }, async (span) => {
    const message = await joinChunks(await client.chat.completions.create(chatRequest(messages)));
    const usage = { prompt_tokens: 40, completion_tokens: 12 };
    span.setAttribute("braintrust.metrics", JSON.stringify(usage));
    return [{ index: 0, finish_reason: "stop", message }];
  }).then(([choice]) => choice.message);

const callTool = ({ function: { name, arguments: text } }) =>
  traced(name, "tool", JSON.parse(text), {}, async () => lookUp());

await playStory(({ session, channel }, customer) => {
  const metadata = {
    session_id: session,
    user_id: story.customerId,
    case_id: story.caseId,
    channel,
  };
  return traced("support", "task", customer, metadata, () => {
    const messages = historyOf({ session });
    messages.push({ role: "user", content: customer });
    return answer(messages, callModel, callTool);
  });
});
await provider.shutdown();
