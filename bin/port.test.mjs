import { createServer } from "node:net";
import { expect, it } from "vitest";
import { freePort } from "./tools/port.mjs";

it("goes on to the next port where one is taken", async () => {
  const taken = await freePort(41_000);
  const server = createServer();
  await new Promise((done) => server.listen(taken, "127.0.0.1", done));
  try {
    expect(await freePort(taken)).toBeGreaterThan(taken);
  } finally {
    server.close();
  }
});
