import { mkdtempSync, rmSync } from "node:fs";
import { get } from "node:http";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { makeToken } from "./tools/make-token.mjs";
import { serve } from "./tools/serve.mjs";
import { signIn } from "./tools/sign-in.mjs";

const help = `Times the way from a span's 200 to the open Live pages, with a server that is killed on the way.

  npm run build && node bench/live.mjs [--senders 50] [--pages 20] [--seconds 30] [--pause 1000]
`;

const { values } = parseArgs({
  options: {
    senders: { type: "string", default: "50" },
    pages: { type: "string", default: "20" },
    seconds: { type: "string", default: "30" },
    pause: { type: "string", default: "1000" },
    help: { type: "boolean" },
  },
});
if (values.help) console.log(help);
else {
  const { senders, pages, seconds, pause } = values;
  await measureLive(Number(senders), Number(pages), Number(seconds) * 1000, Number(pause));
}

/** What was answered with 200 (mark → ms), and when each page was sent the event and the row with its words. */
async function measureLive(senders, pages, runMs, pauseMs) {
  const data = mkdtempSync(join(tmpdir(), "throughline-live-"));
  let served = await serve(data);
  const port = new URL(served.url).port;
  const state = { url: served.url, sent: new Map(), isOver: false, isDone: false };
  try {
    const cookie = await signIn(served.url, data);
    const token = makeToken(data);
    await sendSpan(state.url, token, { sender: "warm", mark: "warm-up" });
    const open = Array.from({ length: pages }, () => openPage(state, cookie));
    await wait(1000);
    console.log(`${senders} senders, ${pages} pages, load ${loadavg()[0].toFixed(1)}`);
    const sending = Array.from({ length: senders }, (_, at) =>
      keepSending(state, token, String(at), pauseMs),
    );
    await wait(runMs);
    const killedMs = performance.now();
    served.child.kill("SIGKILL");
    await wait(1000);
    served = await serve(data, port);
    const backMs = performance.now();
    await wait(10_000);
    state.isOver = true;
    await Promise.all(sending);
    await waitUntil(
      () => open.every(({ words }) => lastMarks(state).every((mark) => words.has(mark))),
      30_000,
    );
    state.isDone = true;
    report(state, open, killedMs, backMs);
  } finally {
    state.isDone = true;
    served.child.kill();
    await wait(500);
    rmSync(data, { recursive: true, force: true });
  }
}

/** A sender's last words stay on the page; those before may be overtaken by the next ones. */
function lastMarks({ sent }) {
  const last = new Map();
  for (const [mark, { sender }] of sent) last.set(sender, mark);
  return [...last.values()];
}

async function keepSending(state, token, sender, pauseMs) {
  for (let count = 0; !state.isOver;) {
    const mark = `mark-${sender}-${count}-end`;
    const fromMs = performance.now();
    const isKept = await sendSpan(state.url, token, { sender, mark }).catch(() => false);
    if (isKept) {
      state.sent.set(mark, { sender, fromMs, atMs: performance.now() });
      count += 1;
    }
    await wait(pauseMs * (0.5 + Math.random()));
  }
}

async function sendSpan(url, token, { sender, mark }) {
  const nano = BigInt(Date.now()) * 1_000_000n;
  const attributes = {
    ...{ case_id: `live-${sender}`, customer_id: `customer-${sender}`, channel: "chat" },
    ...{ "session.id": `session-${sender}`, "message.role": "customer" },
    "message.content": `Where is my parcel? Can you help me? ${mark}`,
  };
  const hex = (length) =>
    Array.from({ length }, () => Math.floor(Math.random() * 16).toString(16)).join("");
  const span = {
    ...{ traceId: hex(32), spanId: hex(16), name: "message" },
    ...{ startTimeUnixNano: String(nano), endTimeUnixNano: String(nano + 1000n) },
    attributes: Object.entries(attributes).map(([key, stringValue]) => ({
      key,
      value: { stringValue },
    })),
  };
  const response = await fetch(`${url}/v1/traces`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] }),
  });
  await response.text();
  return response.ok;
}

/** Does what the page's script does: follows the events, and reads the list again, one reading at a time. */
function openPage(state, cookie) {
  const page = { events: new Map(), words: new Map(), readings: 0, reconnects: -1 };
  let last = 0;
  let isStale = true;
  const note = (into, key) => {
    if (!into.has(key)) into.set(key, performance.now());
  };
  const follow = () => {
    if (state.isDone) return;
    page.reconnects += 1;
    const headers = { cookie, ...(last > 0 ? { "last-event-id": String(last) } : {}) };
    const again = () => setTimeout(follow, 1000);
    const request = get(`${state.url}/api/live/events?since=${last}`, { headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => {
        text += chunk;
        const parts = text.split("\n\n");
        text = parts.pop() ?? "";
        for (const part of parts) {
          const id = /^id: (\d+)$/m.exec(part)?.[1];
          if (id === undefined) continue;
          last = Number(id);
          isStale = true;
          const { cases } = JSON.parse(/^data: (.*)$/m.exec(part)?.[1] ?? "{}");
          for (const each of cases ?? []) {
            const at = performance.now();
            page.events.set(each, [...(page.events.get(each) ?? []), at]);
          }
        }
      });
      response.on("close", again);
      response.on("error", () => undefined);
    });
    request.on("error", again);
  };
  const readOn = async () => {
    while (!state.isDone) {
      if (!isStale) await wait(5);
      else {
        isStale = false;
        const found = await readMarks(state.url, cookie).catch(() => null);
        if (found === null) isStale = true;
        for (const mark of found ?? []) note(page.words, mark);
        page.readings += 1;
        if (found === null) await wait(500);
      }
    }
  };
  follow();
  void readOn();
  return page;
}

async function readMarks(url, cookie) {
  const response = await fetch(`${url}/api/live`, { headers: { cookie } });
  const text = await response.text();
  return response.ok ? (text.match(/mark-\d+-\d+-end/g) ?? []) : null;
}

function report(state, open, killedMs, backMs) {
  const isUndisturbed = (atMs) => atMs < killedMs - 3000 || atMs > backMs + 5000;
  const events = [];
  const rows = [];
  let overtaken = 0;
  for (const [mark, { sender, fromMs, atMs }] of state.sent) {
    if (!isUndisturbed(atMs)) continue;
    for (const page of open) {
      const event = (page.events.get(`live-${sender}`) ?? []).find((at) => at >= fromMs);
      if (event !== undefined) events.push(Math.max(0, event - atMs));
      const shown = page.words.get(mark);
      if (shown === undefined) overtaken += 1;
      else rows.push(Math.max(0, shown - atMs));
    }
  }
  const missing = lastMarks(state).filter((mark) => open.some(({ words }) => !words.has(mark)));
  const readings = open.reduce((sum, page) => sum + page.readings, 0) / open.length;
  console.log(`${state.sent.size} spans answered with 200`);
  console.log(`200 to event: ${quantiles(events)}`);
  console.log(
    `200 to row:   ${quantiles(rows)}; ${overtaken} overtaken by the sender's next words`,
  );
  console.log(
    `lists read per page: ${readings.toFixed(0)}; reconnected: ${open.map(({ reconnects }) => reconnects).join(" ")}`,
  );
  console.log(
    `killed for ${((backMs - killedMs) / 1000).toFixed(1)} s; last words missing on a page: ${missing.length}`,
  );
  console.log(`load ${loadavg()[0].toFixed(1)}`);
}

function quantiles(times) {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
  const words = [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${at(share).toFixed(0)} ms`);
  return `${words.join(", ")} (n ${sorted.length})`;
}

async function waitUntil(isTrue, mostMs) {
  const endMs = performance.now() + mostMs;
  while (!isTrue() && performance.now() < endMs) await wait(50);
}
