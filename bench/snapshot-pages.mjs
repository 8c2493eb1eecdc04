/**
 * What a checkout says of the same input: digests, every page of the demo as text under some filters, and each
 * CSV that they link to, as files in a folder. Two checkouts say the same if `diff -r` of their folders is empty.
 * usage: node bench/snapshot-pages.mjs <checkout> <folder> [export to ingest too]
 */
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [checkout, folder, input] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: node bench/snapshot-pages.mjs <checkout> <folder> [export]");
  process.exit(2);
}

const frozenAt = "2026-11-20T12:00:00Z";
const filters = [
  "",
  "period=all",
  "channel=voice",
  "type=refund&period=all",
  "region=EU&period=90d",
];
const pages = [
  ...["cases", "overview", "journeys", "handoffs", "persona", "compare", "sla", "metrics"],
  ...["quality", "data-health", "ingest", "settings", "access", "audit", "account", "report"],
  ...["lists/contacts", "lists/handoffs", "lists/promises"],
];
/** Maximum number of links followed per kind of page. */
const alikeMax = 4;

const data = mkdtempSync(join(tmpdir(), "throughline-snapshot-"));
const freeze = pathToFileURL(join(import.meta.dirname, "tools", "frozen-clock.mjs")).href;
const env = {
  ...process.env,
  NODE_OPTIONS: `--import=${freeze}`,
  FROZEN_AT_MS: String(Date.parse(frozenAt)),
  THROUGHLINE_DATA: data,
  THROUGHLINE_KEY: "0".repeat(64),
  PORT: "41700",
};

function throughline(...args) {
  const command = [join("bin", "throughline.mjs"), ...args];
  const options = { cwd: resolve(checkout), env, maxBuffer: 1 << 28, stdio: ["ignore", "pipe", 2] };
  return execFileSync(process.execPath, command, options).toString();
}

function keep(name, text) {
  const file = name.replace(/[^\w.=&-]+/g, "_").slice(0, 180);
  writeFileSync(join(folder, file), text.endsWith("\n") ? text : `${text}\n`);
}

async function serve() {
  const child = spawn(process.execPath, [join("bin", "serve.mjs")], {
    cwd: resolve(checkout),
    env,
    stdio: ["ignore", "pipe", 2],
  });
  let printed = "";
  const url = await new Promise((done, fail) => {
    child.on("close", () => fail(new Error("The server ended; was the checkout built?")));
    child.stdout.on("data", (chunk) => {
      printed += chunk;
      const address = /is ready: (\S+)/.exec(printed)?.[1];
      if (address !== undefined) done(address);
    });
  });
  return { url, stop: () => child.kill("SIGTERM") };
}

/** Signs in to the demo. Resolves to a function that fetches a path. */
async function signIn(url) {
  const cookies = new Map([["workspace", "demo"]]);
  const request = async (path, options = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...options.headers, cookie };
    const answer = await fetch(`${url}${path}`, { redirect: "manual", ...options, headers });
    for (const set of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set);
      cookies.set(name, value);
    }
    return answer;
  };
  const { csrfToken } = await (await request("/api/auth/csrf")).json();
  const body = new URLSearchParams({ role: "admin", csrfToken, json: "true" });
  await request("/api/auth/callback/demo", { method: "POST", headers: { origin: url }, body });
  return request;
}

/** A page as text, one line per element, with attributes that are displayed or followed. */
function textOf(html) {
  return html
    .replace(/<(script|style|template)\b[^>]*>[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]*?\b(?:href|aria-label|title)="([^"]*)"[^>]*>/g, "\n[$1] ")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<[^>]+>/g, "\n")
    .replace(/\n\s*\n+/g, "\n")
    .replace(/\[\/(_next\/|favicon|icon)[^\]]*\]/g, "");
}

const linksOf = (html) =>
  [...html.matchAll(/href="(\/[^"#]*)/g)].map(([, href]) => href.replaceAll("&amp;", "&"));
const isFile = (href) => /csv/.test(href.split("?")[0]);
const kindOf = (href) => /^\/(cases|customers|traces|quality)\/[^?]+/.exec(href)?.[1] ?? null;

async function snapshot(request) {
  const waiting = pages.flatMap((page) =>
    filters.map((filter) => `/${page}${filter === "" ? "" : `?${filter}`}`),
  );
  const seen = new Set(waiting);
  const alike = new Map();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const answer = await request(path);
    const text = await answer.text();
    keep(path.slice(1), `${answer.status}\n${isFile(path) ? text : textOf(text)}`);
    for (const href of isFile(path) ? [] : linksOf(text)) {
      const kind = kindOf(href);
      if (seen.has(href) || (kind === null && !isFile(href))) continue;
      const count = alike.get(kind) ?? 0;
      if (kind !== null && count >= alikeMax) continue;
      alike.set(kind, count + 1);
      seen.add(href);
      waiting.push(href);
    }
  }
  return seen.size;
}

mkdirSync(folder, { recursive: true });
let server = null;
try {
  throughline("demo", "--end", frozenAt);
  keep("digest-demo", throughline("export", "digest", "--workspace", "demo"));
  if (input !== undefined) {
    throughline("ingest", resolve(input));
    keep("digest-input", throughline("export", "digest"));
    keep("cases-input", throughline("export", "cases"));
  }
  server = await serve();
  console.log(`${await snapshot(await signIn(server.url))} addresses in ${folder}`);
} finally {
  server?.stop();
  rmSync(data, { recursive: true, force: true });
}
