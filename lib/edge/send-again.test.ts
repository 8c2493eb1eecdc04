import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterEach, expect, it, vi } from "vitest";
import { sentAgain } from "@/lib/pipeline/worker/sent-again";
import { sendAgain } from "./send-again";

const minuteMs = 60_000;
let server: Server;
let version: string | null = "1";
let asked = 0;

afterEach(() => {
  vi.useRealTimers();
  server.closeAllConnections();
  server.close();
  [version, asked] = ["1", 0];
});

type Page = (response: ServerResponse, request: IncomingMessage) => void;

/** A page that may be sent again for a minute and says how often it was asked. @returns its address */
async function serve(page: Page = (response) => response.end(String(asked)), forMs = minuteMs) {
  sentAgain().readVersion = () => Promise.resolve(version);
  const handle = sendAgain((request, response) => {
    asked += 1;
    const terms = sentAgain().terms.getStore();
    if (terms !== undefined) terms.forMs = forMs;
    page(response, request);
    return Promise.resolve();
  });
  server = createServer((request, response) => void handle(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return (path: string, cookie = "session=a") =>
    fetch(`http://127.0.0.1:${String(port)}${path}`, { headers: { cookie } });
}

it("sends the same bytes and headers again while nothing is written", async () => {
  const ask = await serve((response) => {
    response.setHeader("content-security-policy", `nonce-${String(asked)}`);
    response.write("page ");
    response.end(String(asked));
  });
  const answers = [await ask("/overview"), await ask("/overview")];
  expect(await Promise.all(answers.map((each) => each.text()))).toEqual(["page 1", "page 1"]);
  expect(answers.map(({ headers }) => headers.get("content-security-policy"))).toEqual([
    "nonce-1",
    "nonce-1",
  ]);
});

it("asks the page anew once something was written, also while it was being answered", async () => {
  const ask = await serve((response) => {
    if (asked === 1) version = "2";
    response.end(String(asked));
  });
  expect(await (await ask("/overview")).text()).toBe("1");
  expect(await (await ask("/overview")).text()).toBe("2");
  expect(await (await ask("/overview")).text()).toBe("2");
  version = "3";
  expect(await (await ask("/overview")).text()).toBe("3");
});

it("sends nothing of one session or address to another", async () => {
  const ask = await serve((response, { headers, url = "" }) =>
    response.end(`${headers.cookie ?? ""} ${url}`),
  );
  for (const [path, cookie] of [
    ["/overview", "session=a"],
    ["/overview", "session=b"],
    ["/overview?region=EU", "session=a"],
  ] as const)
    expect(await (await ask(path, cookie)).text()).toBe(`${cookie} ${path}`);
});

it.each<[string, Page, number, string | null]>([
  ["of a page that does not allow it", (response) => response.end(), 0, "1"],
  ["of an engine that cannot say what was written", (response) => response.end(), minuteMs, null],
  ["that failed", (response) => response.writeHead(500).end(), minuteMs, "1"],
  [
    "that sets a cookie",
    (response) => response.setHeader("set-cookie", "a=b").end(),
    minuteMs,
    "1",
  ],
  ["that is long", (response) => response.end("x".repeat(300_000)), minuteMs, "1"],
])("keeps no answer %s", async (_what, page, forMs, known) => {
  version = known;
  const ask = await serve(page, forMs);
  await (await ask("/overview")).text();
  await (await ask("/overview")).text();
  expect(asked).toBe(2);
});

it("asks the page anew after its time by the wall clock, which goes on while a machine sleeps, or once that went back", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const ask = await serve();
  const answers: string[] = [];
  let atMs = 1_780_000_000_000;
  for (const laterMs of [0, minuteMs - 1, 1, -1]) {
    vi.setSystemTime((atMs += laterMs));
    answers.push(await (await ask("/overview")).text());
  }
  expect(answers).toEqual(["1", "1", "2", "3"]);
});

it("keeps no answer of anything but a page", async () => {
  const ask = await serve();
  for (const path of ["/healthz", "/healthz", "/api/v1/cases", "/api/v1/cases"]) await ask(path);
  expect(asked).toBe(4);
});
