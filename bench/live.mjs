import { mkdtempSync, rmSync } from "node:fs";
import { get } from "node:http";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import BetterSqlite3 from "better-sqlite3";
import { noteMarks, openBrowserPage, watchCases } from "./tools/live-watchers.mjs";
import { makeToken } from "./tools/make-token.mjs";
import { serve } from "./tools/serve.mjs";
import { signIn } from "./tools/sign-in.mjs";

const help = `Times the way from a span's 200 to the open Live pages, with a server that is killed on the way.

  npm run build && node bench/live.mjs [--senders 50] [--pages 20] [--seconds 30] [--pause 1000] [--open 0]
`;

const { values } = parseArgs({
  options: {
    senders: { type: "string", default: "50" },
    pages: { type: "string", default: "20" },
    seconds: { type: "string", default: "30" },
    pause: { type: "string", default: "1000" },
    open: { type: "string", default: "0" },
    help: { type: "boolean" },
  },
});
if (values.help) console.log(help);
else {
  const [senders, pages, seconds, pause, open] = [
    "senders",
    "pages",
    "seconds",
    "pause",
    "open",
  ].map((name) => Number(values[name]));
  await measureLive({ senders, pages, runMs: seconds * 1000, pauseMs: pause, openCases: open });
}

/** What was answered with 200 (mark → ms), and when its words were derived, sent to each page, and on screen. */
async function measureLive({ senders, pages, runMs, pauseMs, openCases }) {
  const data = mkdtempSync(join(tmpdir(), "throughline-live-"));
  let served = await serve(data);
  const port = new URL(served.url).port;
  const state = { url: served.url, sent: new Map(), isOver: false, isDone: false };
  let browser = null;
  try {
    const cookie = await signIn(served.url, data);
    const token = makeToken(data);
    await sendSpan(state.url, token, { sender: "warm", mark: "warm-up" });
    await openMore(state.url, token, openCases, data);
    const open = Array.from({ length: pages - 1 }, () => openPage(state, cookie));
    browser = await openBrowserPage(state, cookie);
    const deriving = watchCases(state, data);
    await wait(2000);
    browser.drawn.longestMs = 0;
    console.log(
      `page of ${openCases + 1} open cases in the browser: ${browser.loadMs.toFixed(0)} ms`,
    );
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
    const all = [browser.drawn, ...open];
    const last = lastMarks(state);
    await waitUntil(() => all.every(({ words }) => last.every((mark) => words.has(mark))), 30_000);
    state.isDone = true;
    report({ ...state, derived: await deriving }, open, browser.drawn, killedMs, backMs);
  } finally {
    state.isDone = true;
    await browser?.close();
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

/** Opens further cases whose customers wait, and waits until they are derived. */
async function openMore(url, token, count, data) {
  for (let at = 0; at < count; at += 1)
    await sendSpan(url, token, { sender: `open-${at}`, mark: "waits" });
  const db = new BetterSqlite3(join(data, "main.db"), { readonly: true });
  const sql = db.prepare("SELECT count(*) AS many FROM cases");
  await waitUntil(() => sql.get().many > count, 300_000);
  db.close();
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

/** Does what the page's script does: follows the list's events, and connects again when the server is gone. */
function openPage(state, cookie) {
  const page = { events: 0, words: new Map(), reconnects: -1 };
  const follow = () => {
    if (state.isDone) return;
    page.reconnects += 1;
    const again = () => setTimeout(follow, 1000);
    const request = get(`${state.url}/api/live/list`, { headers: { cookie } }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => {
        text += chunk;
        const parts = text.split("\n\n");
        text = parts.pop() ?? "";
        for (const part of parts) {
          if (!part.includes("event: list")) continue;
          page.events += 1;
          noteMarks(page.words, part);
        }
      });
      response.on("close", again);
      response.on("error", () => undefined);
    });
    request.on("error", again);
  };
  follow();
  return page;
}

function report({ sent, derived }, open, drawn, killedMs, backMs) {
  const isUndisturbed = (atMs) => atMs < killedMs - 3000 || atMs > backMs + 5000;
  const counted = [...sent].filter(([, { atMs }]) => isUndisturbed(atMs));
  const timesOf = (words) =>
    counted.flatMap(([mark, { atMs }]) => {
      const shown = words.get(mark);
      return shown === undefined ? [] : [Math.max(0, shown - atMs)];
    });
  const rows = open.map(({ words }) => timesOf(words));
  const listed = rows.flat();
  const screen = timesOf(drawn.words);
  console.log(`${sent.size} spans answered with 200, ${counted.length} counted`);
  const fromSending = (words) =>
    counted.flatMap(([mark, { fromMs }]) => (words.has(mark) ? [words.get(mark) - fromMs] : []));
  const answers = counted.map(([, { fromMs, atMs }]) => atMs - fromMs);
  console.log(`sending to 200:        ${quantiles(answers)}`);
  console.log(`200 to case derived:   ${quantiles(timesOf(derived))}`);
  console.log(`200 to row sent:       ${quantiles(listed)}, ${open.length} pages`);
  console.log(`200 to row on screen:  ${quantiles(screen)}, 1 browser among them`);
  console.log(`sending to row on screen: ${quantiles(fromSending(drawn.words))}`);
  console.log(
    `overtaken by the sender's next words: ${counted.length * open.length - listed.length} of ${counted.length * open.length} rows, ${counted.length - screen.length} on screen`,
  );
  const events = open.reduce((sum, page) => sum + page.events, 0) / open.length;
  console.log(
    `lists sent per page: ${events.toFixed(0)}; reconnected: ${open.map(({ reconnects }) => reconnects).join(" ")}; longest task in the browser: ${drawn.longestMs.toFixed(0)} ms`,
  );
  const last = lastMarks({ sent });
  const missing = last.filter(
    (mark) => !drawn.words.has(mark) || open.some(({ words }) => !words.has(mark)),
  );
  console.log(
    `killed for ${((backMs - killedMs) / 1000).toFixed(1)} s; last words missing on a page: ${missing.length} of ${last.length}`,
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
