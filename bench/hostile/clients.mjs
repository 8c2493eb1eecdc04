import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { root } from "../../bin/tools/paths.mjs";
import { exchange, keptConnections, pause, retryAfterMs } from "./exchange.mjs";
import { makeSpan, requestOf } from "./otlp.mjs";

/** The ordinary users of a server: an exporter, a reader of pages, and somebody who writes notes. */

const agent = keptConnections;
const messagesOfCase = 8;

/**
 * Spans of one case of two contacts, each a root and four messages.
 * @param at number of the case
 */
export function* ordinaryCase(at, nowMs) {
  for (const contact of [0, 1]) {
    const trace = 2 * at + contact;
    const startMs = nowMs - (2 - contact) * 3_600_000;
    const about = {
      ...{ case_id: ordinaryId(at), customer_id: `ordinary-customer-${at}` },
      ...{ channel: contact === 0 ? "chat" : "email", interaction_id: `ordinary-${trace}` },
    };
    const make = (index, atMs, attributes, parent) =>
      makeSpan({ trace, span: 5 * trace + index, kind: "a", parent, atMs, attributes });
    const first = 5 * trace;
    yield { ...make(0, startMs, about), name: "interaction" };
    for (const [index, [role, text]] of dialogue.entries()) {
      const attributes = { ...about, "message.role": role, "message.content": text };
      const message = make(index + 1, startMs + index * 60_000, attributes);
      yield { ...message, parentSpanId: `a${first.toString(16).padStart(15, "0")}` };
    }
  }
}

const dialogue = [
  ["customer", "Where is my parcel? It should have been here on Monday."],
  ["agent", "I am sorry about that. Let me look it up for you."],
  ["customer", "Thank you, I will wait."],
  ["agent", "It is at the depot; it will be with you tomorrow before noon."],
];

export const ordinaryId = (at) => `ORDINARY-${at}`;

/**
 * Sends a case until it is kept; a refusal is sent again after its Retry-After, as exporters do.
 * @param signal when the sender gives up
 * @returns statuses of all attempts, and ms from the first attempt until the 200
 */
async function sendOrdinary(server, at, nowMs, signal) {
  const fromMs = performance.now();
  const body = [...requestOf(ordinaryCase(at, nowMs))].join("");
  const headers = {
    authorization: `Bearer ${server.ordinary[at % server.ordinary.length]}`,
    "content-type": "application/json",
  };
  const answers = [];
  for (;;) {
    const url = `${server.url}/v1/traces`;
    const answer = await exchange(url, { method: "POST", headers, body, signal, agent });
    answers.push({ status: answer.status, error: answer.error });
    const { status } = answer;
    const isKept = status === 200;
    const isFinal = status !== null && status < 500 && status !== 429;
    if (isKept || isFinal || signal.aborted)
      return { at, fromMs, ms: performance.now() - fromMs, isKept, answers };
    await pause(retryAfterMs(answer), signal);
  }
}

/** Reads a page whole. The request's id keeps an unchanged page from being answered from a cache. */
export async function readPage(server, path, signal) {
  const fromMs = performance.now();
  const headers = { cookie: server.cookie, "x-request-id": randomUUID() };
  const { status, error } = await exchange(`${server.url}${path}`, { headers, signal, agent });
  return { path, status, error, ms: performance.now() - fromMs };
}

/** Writes a note on a case, as its page does. */
export async function writeNote(server, caseId, text, signal) {
  const fromMs = performance.now();
  const answer = await exchange(`${server.url}/cases/${encodeURIComponent(caseId)}`, {
    method: "POST",
    headers: {
      ...{ cookie: server.cookie, origin: server.url, accept: "text/x-component" },
      ...{ "content-type": "text/plain;charset=UTF-8", "next-action": server.noteAction },
    },
    body: JSON.stringify([{ caseId, text }]),
    signal,
    agent,
  });
  const isDone = answer.text.includes('"isDone":true');
  return { status: answer.status, error: answer.error, isDone, ms: performance.now() - fromMs };
}

/** The id that the current build gave to the server action that adds a note. */
export function readNoteAction() {
  const path = join(root, ".next/server/server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(path, "utf8"));
  const found = Object.entries(node).find(([, { exportedName }]) => exportedName === "addNote");
  if (found === undefined) throw new Error(`${path} has no action addNote; build again.`);
  return found[0];
}

/** Up to this many ids of cases that a data folder has. */
export function readCaseIds(data, many = 500) {
  const db = new BetterSqlite3(join(data, "main.db"), { readonly: true });
  const ids = db.prepare("SELECT case_id FROM cases ORDER BY case_id LIMIT ?").pluck().all(many);
  db.close();
  if (ids.length === 0) throw new Error("The data folder has no cases to read.");
  return ids;
}

/**
 * Starts the ordinary users: a case every 500 ms, a page every 700 ms, a note every 2 s, and every 3 s a page that
 * shows what is hostile; each at its time whatever became of those before.
 * @param server its url, data folder, cookie, the ordinary senders' tokens, and the id of the action that adds a note
 * @param pageMs milliseconds from one page to the next
 * @param signal when all give up
 * @returns `stop`, which begins nothing more and resolves to all that was measured when everything is answered
 */
export function startClients(server, { nowMs, firstCase = 0, signal, pageMs = 700 }) {
  const caseIds = readCaseIds(server.data);
  const one = (at) => caseIds[(at * 7919) % caseIds.length];
  const paths = (at) => ["/overview", "/cases", `/cases/${encodeURIComponent(one(at))}`][at % 3];
  const derived = watchDerived(server, signal);
  const users = [
    every(500, async (at) => {
      const sent = await sendOrdinary(server, firstCase + at, nowMs, signal);
      if (sent.isKept) derived.add(sent);
      return sent;
    }),
    every(pageMs, (at) => readPage(server, paths(at), signal)),
    every(2000, (at) => writeNote(server, one(at), `Called back, ${firstCase + at}.`, signal)),
    every(3000, (at) => readPage(server, hostilePages[at % hostilePages.length], signal)),
  ];
  return {
    stop: async () => {
      const [sent, pages, notes, opened] = await Promise.all(users.map((user) => user.stop()));
      return { sent, pages, notes, opened, derived: await derived.finish() };
    },
  };
}

/** Where what a hostile sender made is shown, if it made something. */
const hostilePages = ["/cases/HOSTILE-1", "/customers/anonymous", "/data-health", "/sla"];

function every(ms, begin) {
  const begun = [];
  const next = () => begun.push(begin(begun.length));
  next();
  const timer = setInterval(next, ms);
  return {
    stop: () => {
      clearInterval(timer);
      return Promise.all(begun);
    },
  };
}

/**
 * Waits for cases to be derived: looks for them in the workspace's file every 100 ms, which costs the server nothing,
 * then asks the API, which must show the whole case.
 */
function watchDerived(server, signal) {
  const db = new BetterSqlite3(join(server.data, "main.db"), { readonly: true, timeout: 0 });
  const find = db.prepare("SELECT 1 FROM cases WHERE case_id = ?").pluck();
  const waiting = new Map();
  const times = [];
  let isFinishing = false;
  const look = async () => {
    while (!(isFinishing && waiting.size === 0) && !signal.aborted) {
      for (const [at, { fromMs }] of waiting) {
        if (!isStored(find, ordinaryId(at))) continue;
        if (!(await isShown(server, ordinaryId(at), signal))) continue;
        times.push(performance.now() - fromMs);
        waiting.delete(at);
      }
      await pause(100, signal);
    }
    db.close();
    return { times, missing: waiting.size };
  };
  const ended = look();
  return {
    add: (sent) => waiting.set(sent.at, sent),
    finish: () => {
      isFinishing = true;
      return ended;
    },
  };
}

/** A file that a server which ended left behind cannot be read at every moment. */
function isStored(find, caseId) {
  try {
    return find.get(caseId) !== undefined;
  } catch {
    return false;
  }
}

async function isShown(server, caseId, signal) {
  const headers = { authorization: `Bearer ${server.ordinary[0]}` };
  const url = `${server.url}/api/v1/cases/${caseId}`;
  const { status, text } = await exchange(url, { headers, signal, agent });
  if (status !== 200) return false;
  const { touchpoints, messages } = JSON.parse(text).case;
  return touchpoints === 2 && messages === messagesOfCase;
}
