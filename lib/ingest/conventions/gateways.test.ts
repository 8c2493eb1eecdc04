import { describe, expect, it } from "vitest";
import { reading, words } from "./test-span";

const hello = [{ speaker: "customer", text: "Hello" }];
const hi = [{ speaker: "agent", text: "Hi!" }];
const messages = JSON.stringify([{ role: "user", content: "Hello" }]);

describe("OpenLIT beside OTel GenAI", () => {
  it("reads workflows, tools and agents under its own keys", () => {
    expect(
      words({
        attributes: {
          "gen_ai.operation.name": "invoke_workflow",
          "gen_ai.workflow.input": '{"messages":[{"type":"human","content":"Hello"}]}',
          "gen_ai.workflow.output":
            '{"messages":[{"type":"human","content":"Hello"},{"type":"ai","content":"Hi!"}]}',
        },
      }),
    ).toMatchObject({ kind: "chain", input: hello, output: hi });
    expect(
      words({
        attributes: {
          "gen_ai.operation.name": "execute_tool",
          "gen_ai.tool.input": '{"city":"Rome"}',
          "gen_ai.tool.output": "sunny",
        },
      }),
    ).toMatchObject({ kind: "tool", input: '{"city":"Rome"}', output: "sunny" });
    expect(
      reading({
        attributes: {
          "gen_ai.operation.name": "invoke_agent",
          "gen_ai.agent.task": "Find it",
          "gen_ai.agent.actual_output": "Found",
          "gen_ai.request.user": "u-1",
        },
      }),
    ).toMatchObject({
      kind: "agent",
      input: "Find it",
      output: "Found",
      declared: { customerId: [{ value: "u-1", from: "instrumentation" }] },
    });
  });

  it("knows guards and evaluations by their keys, and its plural tool event", () => {
    expect(words({ attributes: { "guard.verdict": "yes" } }).kind).toBe("guardrail");
    expect(words({ attributes: { "evals.verdict": "no" } }).kind).toBe("evaluator");
    expect(
      words({
        attributes: { "gen_ai.operation.name": "chat" },
        events: [
          {
            name: "gen_ai.tools.message",
            attributes: { role: "tool", content: "sunny", id: "c1" },
          },
        ],
      }).input,
    ).toEqual([{ speaker: "tool", text: "sunny", toolCallId: "c1" }]);
  });
});

describe("LangWatch", () => {
  it("reads values that say beside themselves what they are", () => {
    expect(
      reading({
        attributes: {
          "langwatch.span.type": "llm",
          "langwatch.input": `{"type":"chat_messages","value":${messages}}`,
          "langwatch.output":
            '{"type":"chat_messages","value":[{"role":"assistant","content":"Hi!"}]}',
          "langwatch.thread.id": "t-1",
          "langwatch.customer.id": "k-1",
          "langwatch.user.id": "u-1",
        },
      }),
    ).toMatchObject({
      kind: "llm",
      input: hello,
      output: hi,
      declared: {
        session: [{ value: "t-1", from: "span" }],
        customerId: [
          { value: "k-1", from: "span" },
          { value: "u-1", from: "instrumentation" },
        ],
      },
    });
  });
});

describe("Gateways and smaller libraries", () => {
  it("name kinds by their own words", () => {
    const kinds = [
      [{ name: "litellm_request" }, "llm"],
      [{ name: "raw_gen_ai_request" }, "llm"],
      [{ name: "guardrail", attributes: { guardrail_name: "presidio" } }, "guardrail"],
      [
        { attributes: { "gen_ai.operation.name": "aembedding", "gen_ai.request.model": "m" } },
        "embedding",
      ],
      [
        { attributes: { "gen_ai.operation.name": "arerank", "gen_ai.request.model": "m" } },
        "reranker",
      ],
      [{ attributes: { "langtrace.service.type": "vectordb" } }, "retriever"],
      [{ attributes: { "lmnr.span.type": "HUMAN_EVALUATOR" } }, "evaluator"],
      [{ attributes: { "lmnr.span.type": "DEFAULT" } }, "chain"],
      [{ attributes: { "n8n.node.type": "@n8n/n8n-nodes-langchain.agent" } }, "agent"],
      [{ attributes: { "n8n.node.type": "@n8n/n8n-nodes-langchain.lmChatOpenAi" } }, "llm"],
      [{ name: "node.execute", attributes: { "n8n.node.type": "n8n-nodes-base.set" } }, "chain"],
      [{ name: "langchain4j.aiservices.Bot.chat" }, "chain"],
      [{ attributes: { "gen_ai.operation.name": "llm_call" } }, "llm"],
      [{ attributes: { "gen_ai.operation.name": "agent_call" } }, "agent"],
      [{ attributes: { "gen_ai.operation.name": "orchestrate_tools" } }, "chain"],
      [{ attributes: { "gen_ai.operation.name": "agent_step" } }, "chain"],
      [{ attributes: { "gen_ai.operation.name": "execute_hook" } }, "chain"],
    ] as const;
    for (const [span, kind] of kinds) expect([span, words(span).kind]).toEqual([span, kind]);
  });

  it("read AgentOps' entities and VoltAgent's messages", () => {
    expect(
      reading({
        attributes: {
          "agentops.span.kind": "tool",
          "tool.name": "weather",
          "agentops.entity.input": '{"city":"Rome"}',
          "agentops.entity.output": "sunny",
        },
      }),
    ).toMatchObject({
      kind: "tool",
      toolName: "weather",
      input: '{"city":"Rome"}',
      output: "sunny",
    });
    expect(
      reading({
        attributes: {
          "span.type": "llm",
          "entity.type": "agent",
          "llm.model": "gpt-4o",
          "llm.messages": messages,
          "voltagent.conversation_id": "t-1",
          output: "Hi!",
        },
      }),
    ).toMatchObject({
      kind: "llm",
      model: "gpt-4o",
      input: hello,
      output: "Hi!",
      declared: { session: [{ value: "t-1", from: "span" }] },
    });
  });

  it("name a Quarkus tool by its span", () => {
    expect(reading({ name: "langchain4j.tools.getOrder" })).toMatchObject({
      kind: "tool",
      toolName: "getOrder",
    });
  });

  it("name a model in the parameters or the request where no attribute does", () => {
    expect(
      reading({
        attributes: {
          "braintrust.span_attributes": '{"type":"llm"}',
          "braintrust.metadata": '{"model":"gpt-4o"}',
        },
      }).model,
    ).toBe("gpt-4o");
    expect(
      reading({
        attributes: {
          "mlflow.spanType": '"CHAT_MODEL"',
          "mlflow.spanInputs": `{"model":"gpt-4o","messages":${messages}}`,
        },
      }),
    ).toMatchObject({ kind: "llm", model: "gpt-4o", input: hello });
    expect(
      reading({ attributes: { "mlflow.spanType": '"LLM"', "mlflow.llm.model": '"gpt-4o"' } }).model,
    ).toBe("gpt-4o");
  });

  it("take the thread that LangGraph numbers for the session, after a session's own name", () => {
    const session = (attributes: Record<string, string>) =>
      reading({ attributes: { "gen_ai.operation.name": "chat", ...attributes } }).declared.session;
    expect(session({ "langgraph.thread_id": "t" })).toEqual([{ value: "t", from: "span" }]);
    expect(session({ session_id: "s", thread_id: "t" })).toEqual([{ value: "s", from: "span" }]);
    expect(session({ "copilot_chat.chat_session_id": "c" })).toEqual([
      { value: "c", from: "span" },
    ]);
  });
});
