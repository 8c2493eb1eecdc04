import { readFileSync } from "node:fs";

/** The support desk that the senders' programs share: what is said, the tool, and the loop of those who write their own. */

export const story = JSON.parse(readFileSync(process.env.STORY, "utf8"));
export const modelApi = `${process.env.MODEL_URL}/v1`;

/** The tool's parameters as JSON Schema, and as OpenAI's chat API takes the tool. */
export const parameters = {
  type: "object",
  properties: { [story.tool.parameter]: { type: "string" } },
  required: [story.tool.parameter],
};
const openaiTool = {
  type: "function",
  function: { name: story.tool.name, description: story.tool.description, parameters },
};

let lookups = 0;
/** What the tool does: it fails the first time. */
export function lookUp() {
  if (++lookups === 1) throw new Error(story.tool.error);
  return story.tool.result;
}

/** Plays each turn of each contact; a turn whose model call failed is tried once more. */
export async function playStory(answerTurn) {
  for (const contact of story.contacts)
    for (const { customer } of contact.turns)
      await answerTurn(contact, customer).catch(() => answerTurn(contact, customer));
}

/** A chat's messages by its contact, the instructions first. */
export function histories() {
  const bySession = new Map();
  return ({ session }) => {
    if (!bySession.has(session))
      bySession.set(session, [{ role: "system", content: story.system }]);
    return bySession.get(session);
  };
}

/**
 * Asks the model until it answers in words.
 * @param callModel of messages: the assistant's message; called once more if it fails
 * @param callTool of a tool call: its result
 */
export async function answer(messages, callModel, callTool) {
  const message = await callModel(messages).catch(() => callModel(messages));
  messages.push(message);
  if (!message.tool_calls?.length) return message.content;
  for (const call of message.tool_calls) {
    const content = await callTool(call).then(JSON.stringify, ({ message }) => `Error: ${message}`);
    messages.push({ role: "tool", tool_call_id: call.id, content });
  }
  return answer(messages, callModel, callTool);
}

/** A streamed answer of OpenAI's chat API as its message. */
export async function joinChunks(stream) {
  const message = { role: "assistant", content: null };
  for await (const { choices } of stream) {
    const { content, tool_calls: calls } = choices[0]?.delta ?? {};
    if (content) message.content = (message.content ?? "") + content;
    if (calls) message.tool_calls = calls.map(({ index: _, ...call }) => call);
  }
  return message;
}

/** What a streamed request of OpenAI's chat API holds. */
export const chatRequest = (messages) => ({
  model: story.model,
  messages,
  tools: [openaiTool],
  stream: true,
  stream_options: { include_usage: true },
});
