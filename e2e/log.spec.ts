import { once } from "node:events";
import { leaksIn, plantAll } from "@/lib/testing/canaries/plant-canaries";
import { seededRandom } from "@/lib/testing/seeded-random";
import type { OtlpRequest } from "@/lib/testing/spans/otlp";
import { signInByRequest, makeToken } from "./accounts";
import { startOwnServer } from "./own-server";
import { changeStored } from "./stored";
import { expect, test } from "./test";

test("the log is JSON with each event's name, and holds nothing that was sent or asked for", async ({
  playwright,
}) => {
  const server = await startOwnServer([], {
    accounts: "none",
    env: { THROUGHLINE_LOG_LEVEL: "debug" },
  });
  const request = await playwright.request.newContext({
    storageState: { cookies: [], origins: [] },
  });
  try {
    await signInByRequest(request, server, "admin");
    const secret = await makeToken(server.data);
    const { requests, planted } = plantAll(seededRandom(7));
    const send = async (body: OtlpRequest | string) => {
      const answer = await fetch(`${server.url}/v1/traces`, {
        method: "POST",
        headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
        body: typeof body === "string" ? body : JSON.stringify(body),
      });
      return answer.status;
    };
    const half = Math.floor(requests.length / 2);
    for (const body of requests.slice(0, half)) expect(await send(body)).toBe(200);
    expect(await send(JSON.stringify(requests[half]).slice(0, -9))).toBe(400);
    // From here on each error quotes what was to be stored or read.
    const renamed = ["contents", "cases"].map(
      (table) =>
        `ALTER TABLE ${table} RENAME TO ${table}_gone; CREATE VIEW ${table} AS SELECT 1 AS id`,
    );
    await changeStored(server.data, "main", renamed.join(";"));
    for (const body of requests.slice(half)) expect(await send(body)).toBeGreaterThanOrEqual(500);
    for (const { canary } of planted.slice(0, 20)) {
      const said = encodeURIComponent(canary.said);
      for (const path of [`/cases/${said}`, `/cases?q=${said}`, `/t/${said}`, `/nowhere/${said}`])
        await request.get(`${server.url}${path}`);
    }
    const gone = once(server.process, "exit");
    server.process.kill("SIGTERM");
    await gone;
    const lines = server.log().trim().split("\n");
    const parsed = lines
      .filter((line) => !line.startsWith("Throughline is ready: "))
      .map((line) => JSON.parse(line) as { readonly event: string });
    const events = parsed.map(({ event }) => event);
    for (const event of ["server-ready", "request", "body-not-stored", "library-error"])
      expect(events).toContain(event);
    expect(leaksIn({ log: server.log() }, planted)).toEqual([]);
  } finally {
    await request.dispose();
    await server.stop();
  }
});
