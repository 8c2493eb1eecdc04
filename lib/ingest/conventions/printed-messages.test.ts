import { describe, expect, it } from "vitest";
import { words } from "./test-span";

const llm = { "openinference.span.kind": "LLM", "llm.model_name": "m" };
const both = (input: string, output: string, kind = llm) =>
  words({ attributes: { ...kind, "input.value": input, "output.value": output } });
const question = { speaker: "customer", text: "Is the lake open?" };
const answer = { speaker: "agent", text: "Until nine." };

describe("messages that Python printed", () => {
  it("are dicts", () => {
    const input = `[{'role': 'system', 'content': "Don't guess."}, {'role': 'user', 'content': 'Is the lake open?'}]`;
    expect(both(input, `{'role': 'assistant', 'content': 'Until nine.'}`)).toMatchObject({
      system: "Don't guess.",
      input: [question],
      output: [answer],
    });
  });

  it.each([
    [
      "LlamaIndex",
      `ChatMessage(role=<MessageRole.USER: 'user'>, additional_kwargs={}, blocks=[TextBlock(block_type='text', text='Is the lake open?')])`,
      `ChatMessage(role=<MessageRole.ASSISTANT: 'assistant'>, additional_kwargs={}, blocks=[TextBlock(block_type='text', text='Until nine.')])`,
    ],
    [
      "Haystack",
      `ChatMessage(_role=<ChatRole.USER: 'user'>, _content=[TextContent(text='Is the lake open?')], _name=None, _meta={})`,
      `ChatMessage(_role=<ChatRole.ASSISTANT: 'assistant'>, _content=[TextContent(text='Until nine.')], _name=None, _meta={})`,
    ],
    ["LangChain", `HumanMessage(content='Is the lake open?')`, `AIMessage(content='Until nine.')`],
    [
      "Google",
      `Content(parts=[Part(text='Is the lake open?')], role='user')`,
      `Content(parts=[Part(text='Until nine.')], role='model')`,
    ],
    [
      "Pydantic AI",
      `ModelRequest(parts=[UserPromptPart(content='Is the lake open?', timestamp=datetime.datetime(2026, 5, 1))])`,
      `ModelResponse(parts=[TextPart(content='Until nine.')], usage=Usage(requests=1))`,
    ],
    ["lines", "user: Is the lake open?", "assistant: Until nine."],
  ])("are objects of %s", (_, asked, replied) => {
    const input = JSON.stringify({ messages: [asked] });
    const chain = { ...llm, "openinference.span.kind": "CHAIN" };
    const output = JSON.stringify({ messages: [asked, replied] });
    expect(both(input, output, chain)).toMatchObject({ input: [question], output: [answer] });
    expect(both(input, JSON.stringify({ messages: [replied] }))).toMatchObject({
      input: [question],
      output: [answer],
    });
  });

  it("have a failed tool's result", () => {
    const call = `ToolCall(tool_name='hours', arguments={'of': 'lake'}, id='c-1', extra=None)`;
    const printed = [
      `ChatMessage(_role=<ChatRole.ASSISTANT: 'assistant'>, _content=[${call}], _name=None)`,
      `ChatMessage(_role=<ChatRole.TOOL: 'tool'>, _content=[ToolCallResult(result='down', origin=${call}, error=True)], _name=None)`,
    ];
    expect(both("Is the lake open?", JSON.stringify({ messages: printed })).output).toEqual([
      {
        speaker: "agent",
        text: "",
        toolCalls: [{ id: "c-1", name: "hours", args: `{"of":"lake"}` }],
      },
      { speaker: "tool", text: "down", toolCallId: "c-1", name: "hours", isError: true },
    ]);
  });

  it.each([
    [`TextBlock(citations=None, text='Until nine.', type='text')`, answer],
    [`[TextBlock(citations=None, text='Until nine.', type='text')]`, answer],
    [`{'annotations': [], 'text': 'Until nine.', 'type': 'output_text', 'logprobs': []}`, answer],
    [
      `{'content': None, 'role': 'assistant', 'tool_calls': [{'id': 'c-1', 'function': {'arguments': '{}', 'name': 'hours'}, 'type': 'function'}]}`,
      { speaker: "agent", text: "", toolCalls: [{ id: "c-1", name: "hours", args: "{}" }] },
    ],
    [`Use {'a': 1} for it.`, { speaker: "agent", text: `Use {'a': 1} for it.` }],
    [`{'a': 1}`, { speaker: "agent", text: `{'a': 1}` }],
  ])("may be the text of a part: %s", (text, utterance) => {
    const messages = [{ role: "assistant", parts: [{ type: "text", content: text }] }];
    const output = words({ attributes: { "gen_ai.output.messages": JSON.stringify(messages) } });
    expect(output.output).toEqual([utterance]);
  });
});

describe("a prompt written as one text", () => {
  const langfuse = { "langfuse.observation.type": "generation" };
  const asked = (text: string) =>
    words({ attributes: { ...langfuse, "langfuse.observation.input": text } });

  it("is its messages where each line begins with a role", () => {
    const { system, input } = asked(
      "System: Be kind.\nHuman: Is the lake open?\nPlease?\nAI: Which?\nHuman: Both\nAI:",
    );
    expect(system).toBe("Be kind.");
    expect(input).toEqual([
      { speaker: "customer", text: "Is the lake open?\nPlease?" },
      { speaker: "agent", text: "Which?" },
      { speaker: "customer", text: "Both" },
    ]);
  });

  it.each([
    "<|im_start|>system\nBe kind.<|im_end|>\n<|im_start|>user\nIs the lake open?<|im_end|>\n<|im_start|>assistant\n",
    "<|start_header_id|>system<|end_header_id|>\n\nBe kind.<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nIs the lake open?<|eot_id|>",
    "<|system|>\nBe kind.</s>\n<|user|>\nIs the lake open?</s>\n<|assistant|>\n",
    "### System: Be kind.\n### User: Is the lake open?\n### Assistant:",
    "**System:** Be kind.\n**User:** Is the lake open?",
  ])("is its messages where marks separate them: %s", (text) => {
    expect(asked(text)).toMatchObject({ system: "Be kind.", input: [question] });
    expect(asked(JSON.stringify({ prompt: text }))).toMatchObject({ input: [question] });
  });

  it("stays a text where nobody else speaks", () => {
    expect(asked("User: 4711\nPlease open it.").input).toBe("User: 4711\nPlease open it.");
  });
});
