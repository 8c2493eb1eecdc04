import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { root } from "../bin/tools/paths.mjs";
import { serve } from "./tools/serve.mjs";
import { signIn } from "./tools/sign-in.mjs";

/**
 * Sends a built server each kind of hostile input, then an ordinary case: prints the seconds until that one is on its
 * page, the slowest answer of /healthz meanwhile, and the server's memory. Then it restarts the server on the same
 * data and sends one more. npm run build && node bench/hostile.mjs
 */
const dayUs = 86_400_000_000;
const startUs = Date.now() * 1000 - 5 * dayUs;
const folder = mkdtempSync(join(tmpdir(), "throughline-hostile-"));
let spans = 0;

function span(attributes, more = {}) {
  spans += 1;
  const keyed = Object.entries({ channel: "chat", "message.role": "customer", ...attributes });
  return {
    traceId: spans.toString(16).padStart(32, "0"),
    spanId: spans.toString(16).padStart(16, "0"),
    name: "message",
    startTimeUnixNano: `${startUs + spans * 1000}000`,
    endTimeUnixNano: `${startUs + spans * 1000}000`,
    attributes: keyed.map(([key, stringValue]) => ({ key, value: { stringValue } })),
    ...more,
  };
}

const body = (...all) => JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: all }] }] });
const said = (text) => body(span({ case_id: "H-text", "message.content": text }));
const many = (count, make) => [body(...Array.from({ length: count }, (_, at) => make(at)))];

const opened = ["/cases/H-text", "/cases/H-9999", "/customers/anonymous", "/sla", "/data-health"];

const kinds = {
  "a time of 400 digits": () => [
    body(span({ case_id: "H-time" }, { endTimeUnixNano: "9".repeat(400) })),
    body(span({ case_id: "H-due", "case.event": "opened", "sla.due": "9".repeat(400) })),
  ],
  "9999-12-31 as a target": () => [
    body(span({ case_id: "H-9999", "case.event": "opened", "sla.due": "9999-12-31T00:00:00Z" })),
  ],
  "an e-mail address and 60,000 underscores": () => [said(`a@b.co${"_".repeat(60_000)}`)],
  '"may Dr. " 20,000 times': () => [said("may Dr. ".repeat(20_000))],
  '"(A" 60,000 times': () => [said("(A".repeat(60_000))],
  "60,000 digits, then a letter": () => [said(`${"1".repeat(60_000)}a`)],
  "one session id on 3,000 traces": () =>
    many(3000, (at) => span({ "session.id": "web", "message.content": `Hello ${at}` })),
  "one customer id for 3,000 cases": () =>
    many(3000, (at) =>
      span({ case_id: `H-c${at}`, customer_id: "anonymous", "message.content": "Hi" }),
    ),
};

async function main() {
  const data = join(folder, "data");
  let server = await serve(data);
  const cookie = await signIn(server.url, data);
  const token = makeToken(data);
  const post = (content, more = {}) =>
    fetch(`${server.url}/v1/traces`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...more },
      body: content,
    });

  /** Sends an ordinary case and waits until its page shows it. Resolves to seconds. */
  async function ordinary() {
    const caseId = `ORDINARY-${spans}`;
    const beganMs = performance.now();
    const sent = await post(body(span({ case_id: caseId, "message.content": "Where is it?" })));
    if (sent.status !== 200) throw new Error(`An ordinary case was answered ${sent.status}.`);
    for (;;) {
      const page = await fetch(`${server.url}/cases/${caseId}`, { headers: { cookie } });
      if (page.status === 200 && (await page.text()).includes("Where is it?")) break;
      if (performance.now() - beganMs > 120_000) throw new Error(`${caseId} was never derived.`);
      await wait(100);
    }
    return (performance.now() - beganMs) / 1000;
  }

  async function measured(name, work) {
    let slowestMs = 0;
    let isOver = false;
    const watch = (async () => {
      while (!isOver) {
        const beganMs = performance.now();
        await fetch(`${server.url}/healthz`);
        slowestMs = Math.max(slowestMs, performance.now() - beganMs);
        await wait(50);
      }
    })();
    const answers = await work();
    const seconds = await ordinary();
    // Opening the hostile cases must not block other requests.
    for (const path of opened) await fetch(`${server.url}${path}`, { headers: { cookie } });
    isOver = true;
    await watch;
    console.log(
      `${name}: answered ${answers}; an ordinary case after ${seconds.toFixed(1)} s; slowest /healthz ${slowestMs.toFixed(0)} ms; ${memoryMiB(server.child.pid)} MiB`,
    );
  }

  try {
    console.log(`load ${loadavg()[0].toFixed(1)}`);
    await ordinary();
    for (const [name, make] of Object.entries(kinds)) {
      await measured(name, async () => {
        const statuses = [];
        for (const content of make()) statuses.push((await post(content)).status);
        return tally(statuses);
      });
    }
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024 - 1, " "), { level: 9 });
    await measured("60 bodies that unpack to 64 MiB", async () => {
      const sent = Array.from({ length: 60 }, () => post(bomb, { "content-encoding": "gzip" }));
      return tally((await Promise.all(sent)).map(({ status }) => status));
    });
    server.child.kill();
    server = await serve(data);
    await measured("started again", async () => "nothing");
  } finally {
    server.child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

function makeToken(data) {
  const args = [join(root, "bin/throughline.mjs"), "token", "add", "hostile"];
  const env = { ...process.env, THROUGHLINE_DATA: data };
  const { stdout } = spawnSync(process.execPath, args, { env, encoding: "utf8" });
  return stdout.trim().split(" ").at(1);
}

function tally(statuses) {
  const counts = new Map();
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${count} × ${status}`).join(", ");
}

/** Resident memory from /proc. */
function memoryMiB(pid) {
  const kib = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round(Number(kib) / 1024);
}

await main();
