import { createSdkMcpServer, query, tool } from "@anthropic-ai/claude-agent-sdk";
import { z } from "zod";
import { lookUp, playStory, story } from "../agent.mjs";

const track = tool(
  story.tool.name,
  story.tool.description,
  { [story.tool.parameter]: z.string() },
  async () => ({ content: [{ type: "text", text: JSON.stringify(lookUp()) }] }),
);
const sessions = new Map();

await playStory(async ({ session, channel }, customer) => {
  const attributes = { case_id: story.caseId, customer_id: story.customerId, channel };
  const messages = query({
    prompt: customer,
    options: {
      model: "claude-sonnet-4-5",
      systemPrompt: story.system,
      tools: [],
      settingSources: [],
      mcpServers: { desk: createSdkMcpServer({ name: "desk", version: "1.0.0", tools: [track] }) },
      allowedTools: [`mcp__desk__${story.tool.name}`],
      includePartialMessages: true,
      ...(sessions.has(session) && { resume: sessions.get(session) }),
      env: {
        ...process.env,
        ANTHROPIC_BASE_URL: process.env.MODEL_URL,
        ANTHROPIC_API_KEY: "none",
        CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "1",
        CLAUDE_CODE_ENABLE_TELEMETRY: "1",
        CLAUDE_CODE_ENHANCED_TELEMETRY_BETA: "1",
        OTEL_TRACES_EXPORTER: "otlp",
        OTEL_LOGS_EXPORTER: "otlp",
        OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
        OTEL_EXPORTER_OTLP_ENDPOINT: process.env.SINK_URL,
        OTEL_LOG_USER_PROMPTS: "1",
        OTEL_LOG_ASSISTANT_RESPONSES: "1",
        OTEL_LOG_TOOL_DETAILS: "1",
        OTEL_LOG_TOOL_CONTENT: "1",
        OTEL_LOG_RAW_API_BODIES: "1",
        OTEL_RESOURCE_ATTRIBUTES: Object.entries(attributes)
          .map((pair) => pair.join("="))
          .join(","),
      },
    },
  });
  for await (const message of messages)
    if (message.type === "result") sessions.set(session, message.session_id);
});
