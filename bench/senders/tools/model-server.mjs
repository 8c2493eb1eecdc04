import { createServer } from "node:http";
import { anthropicMessage, chatCompletion, response } from "./replies.mjs";

/**
 * A model server on loopback that plays the agent of a story. It keeps no conversation: a request's own messages say
 * which turn it is of, so frameworks may send histories as they like. Per server a turn with `failsFirst` is answered
 * with 500 once.
 * @returns its address, and a function that stops it
 */
export async function startModelServer(story) {
  const turns = story.contacts.flatMap((contact) => contact.turns);
  const failed = new Set();
  const server = createServer(async (request, reply) => {
    const body = await readJson(request);
    const write = routes.find(([path]) => request.url.split("?")[0].endsWith(path))?.[1];
    if (write === undefined || body === undefined) return send(reply, 404, { error: "not found" });
    const { turn, toolResults } = placeIn(turns, body);
    // Requests without tools are a framework's own, such as one for a title.
    const isAgents = (body.tools ?? []).length > 0;
    if (isAgents && turn?.failsFirst && !failed.has(turn)) {
      failed.add(turn);
      return send(reply, 500, {
        type: "error",
        error: { type: "api_error", message: "overloaded" },
      });
    }
    write(
      reply,
      body,
      toolResults < (isAgents && turn?.callsTool ? 2 : 0)
        ? { tool: story.tool }
        : { text: turn?.agent ?? "OK" },
    );
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const routes = [
  ["/chat/completions", chatCompletion],
  ["/responses", response],
  ["/messages", anthropicMessage],
];

/** The turn whose customer spoke last in a request, and how many results of tools follow those words. */
function placeIn(turns, body) {
  const texts = (body.messages ?? [].concat(body.input)).map((each) => JSON.stringify(each));
  const spoken = texts.map((text) => turns.find((turn) => text.includes(turn.customer)));
  const last = spoken.findLastIndex((turn) => turn !== undefined);
  const isResult = (text) => /"role":"tool"|"function_call_output"|"tool_result"/.test(text);
  return { turn: spoken[last], toolResults: texts.slice(last + 1).filter(isResult).length };
}

async function readJson(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    return undefined;
  }
}

function send(reply, status, body) {
  reply.writeHead(status, { "content-type": "application/json" });
  reply.end(JSON.stringify(body));
}
