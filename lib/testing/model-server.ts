import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";
import { z } from "zod";

const requestSchema = z.object({
  model: z.string(),
  messages: z.tuple([
    z.strictObject({ role: z.literal("system"), content: z.string() }),
    z.strictObject({ role: z.literal("user"), content: z.string() }),
  ]),
  response_format: z.object({ type: z.literal("json_schema"), json_schema: z.unknown() }),
});

export type ModelRequest = z.infer<typeof requestSchema> & { readonly key: string | undefined };

/** A server's response: a completion with this text, or anything else it writes. */
export type ModelReply =
  | { readonly text: string; readonly tokens?: number }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | "hang"
  | "hang up";

export type ModelServer = {
  readonly url: string;
  readonly requests: readonly ModelRequest[];
  readonly paths: readonly (string | undefined)[];
  /** Maximum number of concurrent requests. */
  readonly mostAtOnce: () => number;
};

/** Runs a function with a fake language model server. */
export async function withModelServer<T>(
  reply: (request: ModelRequest, index: number) => ModelReply | Promise<ModelReply>,
  work: (server: ModelServer) => Promise<T>,
): Promise<T> {
  const requests: ModelRequest[] = [];
  const paths: (string | undefined)[] = [];
  let [now, most] = [0, 0];
  const server = createServer((incoming, response) => {
    void answer(incoming, response);
  });
  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    now += 1;
    paths.push(incoming.url);
    most = Math.max(most, now);
    response.on("close", () => (now -= 1));
    const body = requestSchema.parse(JSON.parse(await textOf(incoming)));
    const request = { ...body, key: incoming.headers.authorization };
    requests.push(request);
    send(response, await reply(request, requests.length - 1));
  }
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  try {
    const url = `http://127.0.0.1:${String(port)}/v1`;
    return await work({ url, requests, paths, mostAtOnce: () => most });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function send(response: ServerResponse, reply: ModelReply): void {
  if (reply === "hang") return;
  if (reply === "hang up") {
    response.destroy();
    return;
  }
  if ("status" in reply) {
    response.writeHead(reply.status, reply.headers).end("{}");
    return;
  }
  const { text, tokens } = reply;
  const usage = tokens === undefined ? {} : { usage: { total_tokens: tokens } };
  const choices = [{ message: { role: "assistant", content: text } }];
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify({ choices, ...usage }));
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of incoming) text += String(chunk);
  return text;
}
