import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/**
 * A collector on loopback that takes what is posted to any address and keeps the bodies of traces and logs as files in
 * `folder`, emptied before. Everything is answered with success.
 * @returns its address, how many posts came to each path, and a function that stops it
 */
export async function startSink(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const posts = new Map();
  let files = 0;
  const server = createServer(async (request, reply) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const body = request.headers["content-encoding"] === "gzip" ? gunzipSync(bytes) : bytes;
    const path = request.url.split("?")[0];
    const isJson = (request.headers["content-type"] ?? "").includes("json");
    posts.set(path, (posts.get(path) ?? 0) + 1);
    const kind = /\/v1\/(traces|logs)$/.exec(path)?.[1];
    if (kind !== undefined && body.length > 0) {
      files++;
      const name = `${String(files).padStart(3, "0")}-${kind}.${isJson ? "json" : "pb"}`;
      writeFileSync(join(folder, name), body);
    }
    reply.writeHead(200, { "content-type": request.headers["content-type"] ?? "application/json" });
    reply.end(isJson ? "{}" : "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    posts,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
