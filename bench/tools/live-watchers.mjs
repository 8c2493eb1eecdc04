import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import BetterSqlite3 from "better-sqlite3";
import { chromium } from "@playwright/test";
import { browserArgs, findBrowser } from "../../bin/tools/browser.mjs";

const marks = /mark-\d+-\d+-end/g;

/** When each mark was first in a text, in milliseconds of this process. */
export function noteMarks(words, text) {
  const atMs = performance.now();
  for (const mark of text.match(marks) ?? []) if (!words.has(mark)) words.set(mark, atMs);
}

/** Opens the page in a browser, which notes when each mark is on screen: after the frame that draws it. */
export async function openBrowserPage(state, cookie) {
  const browser = await chromium.launch({
    executablePath: (await findBrowser()) || undefined,
    args: browserArgs,
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.setExtraHTTPHeaders({ cookie });
  const page = await context.newPage();
  const drawn = { words: new Map(), longestMs: 0 };
  await page.exposeFunction("noteDrawn", (names, atMs) => {
    for (const name of names)
      if (!drawn.words.has(name)) drawn.words.set(name, atMs - performance.timeOrigin);
  });
  await page.exposeFunction("noteTask", (ms) => {
    drawn.longestMs = Math.max(drawn.longestMs, ms);
  });
  await page.addInitScript(watchScreen, marks.source);
  const fromMs = performance.now();
  await page.goto(`${state.url}/live`);
  const loadMs = performance.now() - fromMs;
  return { drawn, loadMs, close: () => browser.close() };
}

/** Runs in the browser. */
function watchScreen(source) {
  const known = new Set();
  const look = () =>
    requestAnimationFrame(() => {
      setTimeout(() => {
        const found = (document.body.innerText.match(new RegExp(source, "g")) ?? []).filter(
          (each) => !known.has(each),
        );
        for (const each of found) known.add(each);
        if (found.length > 0) window.noteDrawn(found, performance.timeOrigin + performance.now());
      });
    });
  addEventListener("DOMContentLoaded", () => {
    const what = { subtree: true, childList: true, characterData: true };
    new MutationObserver(look).observe(document.body, what);
    look();
  });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.noteTask(duration);
  }).observe({ type: "longtask" });
}

/** Notes when each mark is in a derived case, by looking at the file as another process. */
export async function watchCases(state, data) {
  const db = new BetterSqlite3(join(data, "main.db"), { readonly: true });
  const words = new Map();
  const changedSql = db.prepare("SELECT id, changed FROM cases WHERE changed > ? ORDER BY changed");
  const lastSql = db.prepare(
    `SELECT t.body AS text FROM messages m JOIN contents t ON t.id = m.content
     WHERE m.case_key = ? ORDER BY m.ordinal DESC LIMIT 1`,
  );
  let last = -1;
  while (!state.isDone) {
    for (const { id, changed } of changedSql.all(last)) {
      last = changed;
      noteMarks(words, lastSql.get(id)?.text ?? "");
    }
    await wait(5);
  }
  db.close();
  return words;
}
