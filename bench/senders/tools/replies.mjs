import { randomUUID } from "node:crypto";

/** Answers in the three APIs that clients speak, whole or streamed word by word. What is said is `{text}` or `{tool}`. */

const usage = { prompt_tokens: 40, completion_tokens: 12, total_tokens: 52 };
const words = (text) => text.match(/\S+\s*/g) ?? [];
const newId = (prefix) => `${prefix}_${randomUUID().replaceAll("-", "").slice(0, 16)}`;
const argumentsOf = (tool) => ({ [tool.parameter]: tool.argument });
/** The tool's name in the request: frameworks may put a prefix before it (MCP). */
const toolName = (body, tool) => {
  const names = (body.tools ?? []).map((each) => each.function?.name ?? each.name);
  return names.find((name) => name?.endsWith(tool.name)) ?? tool.name;
};

export function chatCompletion(reply, body, { text, tool }) {
  const id = newId("chatcmpl");
  const call = tool && {
    id: newId("call"),
    type: "function",
    function: { name: toolName(body, tool), arguments: JSON.stringify(argumentsOf(tool)) },
  };
  const finish = tool ? "tool_calls" : "stop";
  const head = { id, created: 1_790_000_000, model: body.model };
  if (!body.stream) {
    const message = {
      role: "assistant",
      content: text ?? null,
      ...(call && { tool_calls: [call] }),
    };
    const choices = [{ index: 0, message, finish_reason: finish }];
    return sendJson(reply, { ...head, object: "chat.completion", choices, usage });
  }
  const chunk = (delta, finish_reason = null) => ({
    ...head,
    object: "chat.completion.chunk",
    choices: [{ index: 0, delta, finish_reason }],
  });
  const deltas = tool
    ? [{ tool_calls: [{ index: 0, ...call }] }]
    : words(text).map((content) => ({ content }));
  sendEvents(reply, [
    [undefined, chunk({ role: "assistant", content: tool ? null : "" })],
    ...deltas.map((delta) => [undefined, chunk(delta)]),
    [undefined, chunk({}, finish)],
    ...(body.stream_options?.include_usage
      ? [[undefined, { ...head, object: "chat.completion.chunk", choices: [], usage }]]
      : []),
    [undefined, "[DONE]"],
  ]);
}

export function response(reply, body, { text, tool }) {
  const item = tool
    ? {
        type: "function_call",
        id: newId("fc"),
        call_id: newId("call"),
        name: toolName(body, tool),
        arguments: JSON.stringify(argumentsOf(tool)),
        status: "completed",
      }
    : {
        type: "message",
        id: newId("msg"),
        role: "assistant",
        status: "completed",
        content: [{ type: "output_text", text, annotations: [] }],
      };
  const whole = {
    ...{ id: newId("resp"), object: "response", created_at: 1_790_000_000, model: body.model },
    ...{
      status: "completed",
      error: null,
      incomplete_details: null,
      instructions: body.instructions ?? null,
    },
    ...{
      metadata: {},
      parallel_tool_calls: true,
      temperature: 1,
      tool_choice: "auto",
      tools: body.tools ?? [],
    },
    ...{ top_p: 1, output: [item] },
    usage: {
      ...{ input_tokens: 40, input_tokens_details: { cached_tokens: 0 }, output_tokens: 12 },
      ...{ output_tokens_details: { reasoning_tokens: 0 }, total_tokens: 52 },
    },
  };
  if (!body.stream) return sendJson(reply, whole);
  const begun = { ...whole, status: "in_progress", output: [], usage: null };
  const place = { item_id: item.id, output_index: 0 };
  const pieces = tool
    ? [
        { type: "response.function_call_arguments.delta", ...place, delta: item.arguments },
        { type: "response.function_call_arguments.done", ...place, arguments: item.arguments },
      ]
    : [
        {
          type: "response.content_part.added",
          ...place,
          content_index: 0,
          part: { ...item.content[0], text: "" },
        },
        ...words(text).map((delta) => ({
          type: "response.output_text.delta",
          ...place,
          content_index: 0,
          delta,
        })),
        { type: "response.output_text.done", ...place, content_index: 0, text },
        { type: "response.content_part.done", ...place, content_index: 0, part: item.content[0] },
      ];
  const added = tool ? { ...item, arguments: "", status: "in_progress" } : { ...item, content: [] };
  const events = [
    { type: "response.created", response: begun },
    { type: "response.in_progress", response: begun },
    { type: "response.output_item.added", output_index: 0, item: added },
    ...pieces,
    { type: "response.output_item.done", output_index: 0, item },
    { type: "response.completed", response: whole },
  ];
  sendEvents(
    reply,
    events.map((event, index) => [event.type, { ...event, sequence_number: index }]),
  );
}

export function anthropicMessage(reply, body, { text, tool }) {
  const content = tool
    ? { type: "tool_use", id: newId("toolu"), name: toolName(body, tool), input: argumentsOf(tool) }
    : { type: "text", text };
  const stop = { stop_reason: tool ? "tool_use" : "end_turn", stop_sequence: null };
  const message = { id: newId("msg"), type: "message", role: "assistant", model: body.model };
  const tokens = { input_tokens: 40, output_tokens: 12 };
  if (!body.stream)
    return sendJson(reply, { ...message, content: [content], ...stop, usage: tokens });
  const deltas = tool
    ? [{ type: "input_json_delta", partial_json: JSON.stringify(content.input) }]
    : words(text).map((word) => ({ type: "text_delta", text: word }));
  const started = {
    ...message,
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage: tokens,
  };
  const empty = tool ? { ...content, input: {} } : { ...content, text: "" };
  const events = [
    { type: "message_start", message: started },
    { type: "content_block_start", index: 0, content_block: empty },
    ...deltas.map((delta) => ({ type: "content_block_delta", index: 0, delta })),
    { type: "content_block_stop", index: 0 },
    { type: "message_delta", delta: stop, usage: { output_tokens: 12 } },
    { type: "message_stop" },
  ];
  sendEvents(
    reply,
    events.map((event) => [event.type, event]),
  );
}

function sendJson(reply, body) {
  reply.writeHead(200, { "content-type": "application/json" });
  reply.end(JSON.stringify(body));
}

/** Server-sent events, each with its name (undefined: none) and its data. */
function sendEvents(reply, events) {
  reply.writeHead(200, { "content-type": "text/event-stream" });
  for (const [name, data] of events) {
    if (name !== undefined) reply.write(`event: ${name}\n`);
    reply.write(`data: ${typeof data === "string" ? data : JSON.stringify(data)}\n\n`);
  }
  reply.end();
}
