import { gzipSync } from "node:zlib";
import type { Locator, Page, Request, Response } from "@playwright/test";
import { cxPages, drawnPages, everyPage, findAddresses, showDemo } from "./every-page";
import { kindOf, visit } from "./flaws-of";
import { jargonOf } from "./jargon-of";
import { routeFiles } from "./route-files";
import { expect, test } from "./test";
import { violations } from "./violations";

/** Limit of all scripts of a page, compressed. */
const scriptBytesMax = 300_000;
/** Additional size of Recharts on pages with its charts. */
const chartBytes: Readonly<Record<string, number>> = { "app/(inside)/persona/page.tsx": 115_000 };
/** Buttons looked at per page; of each look one is pressed. */
const buttonsMax = 15;

test.describe.configure({ mode: "parallel" });

test("every page file is covered @release", () => {
  expect(Object.keys(everyPage).sort()).toEqual(routeFiles());
  expect(Object.keys(everyPage)).toEqual(expect.arrayContaining([...cxPages]));
});

for (const [file, addressesOf] of drawnPages) {
  // What is not there looks alike wherever it is not.
  const tier = file.endsWith("/not-found.tsx") ? "" : " @release";
  test(`${file} breaks no rule of accessibility, uses no jargon, loads no more scripts than it may, and its links lead on${tier}`, async ({
    page,
    complaints,
  }) => {
    await showDemo(page);
    const [address = "/"] = addressesOf(await findAddresses(page));
    const network = await page.context().newCDPSession(page);
    await network.send("Network.setCacheDisabled", { cacheDisabled: true });
    const scripts: Response[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") scripts.push(response);
    });
    const loading = scriptsBeingLoaded(page);
    const links = await expectFlawless(page, { address, isForCx: cxPages.has(file), width: 1280 });
    // Not "networkidle": a page that follows its changes holds a connection open.
    await expect.poll(() => loading.size).toBe(0);
    await expectFewBytes(scripts, scriptBytesMax + (chartBytes[file] ?? 0));
    await network.detach();
    const path = new URL(page.url()).pathname;
    for (const link of links.filter((each) => !each.startsWith(path) && isNewKind(each))) {
      const { status, flaws } = await visit(page, link, false);
      expect.soft({ status, flaws }, link).toEqual({ status: 200, flaws: [] });
    }
    // Chromium reports a page's own 404 as a console error.
    if (file.endsWith("not-found.tsx")) complaints.length = 0;
  });

  test(`${file} holds its other states and a phone's width, and none of its buttons is without effect`, async ({
    page,
    complaints,
  }) => {
    await showDemo(page);
    const [first = "/", ...others] = addressesOf(await findAddresses(page));
    const isForCx = cxPages.has(file);
    for (const address of others) await expectFlawless(page, { address, isForCx, width: 1280 });
    await expectFlawless(page, { address: first, isForCx, width: 390 });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme: "light" });
    await expectButtonsToAct(page, first);
    if (file.endsWith("not-found.tsx")) complaints.length = 0;
  });
}

/** Kinds of links that this worker has followed. */
const followed = new Set<string>();

/** Whether no link of this kind was followed: pages are rendered alike whatever the id and the filters' values. */
function isNewKind(link: string): boolean {
  const kind = kindOf(link);
  const isNew = !followed.has(kind);
  followed.add(kind);
  return isNew;
}

test("every kind of page has a title of its own", async ({ page }) => {
  await showDemo(page);
  const found = await findAddresses(page);
  const addresses = Object.entries(everyPage)
    .filter(([file]) => file.endsWith("page.tsx"))
    .flatMap(([, addressesOf]) => addressesOf(found).slice(0, 1));
  const titles = await Promise.all(addresses.map((address) => titleOf(page, address)));
  expect(new Set(titles).size, titles.join(" | ")).toBe(addresses.length);
  expect(titles.filter((title) => !title.endsWith(" · Throughline"))).toEqual([]);
});

/** The requests for scripts that are not answered yet, from now on. */
function scriptsBeingLoaded(page: Page): ReadonlySet<Request> {
  const loading = new Set<Request>();
  page.on("request", (request) => {
    if (request.resourceType() === "script") loading.add(request);
  });
  const end = (request: Request) => loading.delete(request);
  page.on("requestfinished", end);
  page.on("requestfailed", end);
  return loading;
}

async function titleOf(page: Page, address: string): Promise<string> {
  const text = await (await page.request.get(address)).text();
  return /<title>([^<]*)<\/title>/u.exec(text)?.[1] ?? "";
}

type Opened = {
  readonly address: string;
  readonly isForCx: boolean;
  readonly width: number;
};

/** Opens a page and checks it for defects, jargon and accessibility. @returns its links within the site */
async function expectFlawless(
  page: Page,
  { address, isForCx, width }: Opened,
): Promise<readonly string[]> {
  await page.setViewportSize({ width, height: 900 });
  const { flaws, links } = await visit(page, address, true);
  expect.soft(flaws, address).toEqual([]);
  expect.soft(await jargonOf(page, isForCx), address).toEqual([]);
  expect.soft(await violations(page), `${address} at ${String(width)} px`).toEqual([]);
  return links;
}

async function expectFewBytes(scripts: readonly Response[], bytesMax: number): Promise<void> {
  const bodies = await Promise.all(scripts.map((script) => script.body()));
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
  expect.soft(scripts.length).toBeGreaterThan(0);
  expect.soft(bytes, "bytes of scripts").toBeLessThan(bytesMax);
  test.info().annotations.push({ type: "script bytes", description: String(bytes) });
}

/** Presses buttons of the page that is open. */
async function expectButtonsToAct(page: Page, address: string): Promise<void> {
  let choosers = 0;
  page.on("filechooser", () => (choosers += 1));
  const buttons = page.locator(
    "main button:visible:not([type=submit], [disabled], [aria-pressed=true])",
  );
  for (const at of await chooseButtons(buttons)) {
    const button = buttons.nth(at);
    const before = await stateOf(page);
    const chosen = choosers;
    const name = await button.innerText();
    await button.click();
    await expect
      .poll(
        async () => choosers > chosen || (await stateOf(page)) !== before,
        `${address}: ${name}`,
      )
      .toBe(true);
    // What Escape closes leaves the page unchanged; after any other effect the page is reloaded.
    await page.keyboard.press("Escape");
    if (!(await isSoon(page, before))) await page.goto(address);
  }
}

/** Positions of the first button of each look. */
async function chooseButtons(buttons: Locator): Promise<number[]> {
  const all = await buttons.evaluateAll((shown) => shown.map(({ classList }) => classList.value));
  const looks = all.slice(0, buttonsMax);
  return [...looks.keys()].filter((at) => looks.indexOf(looks[at] ?? "") === at);
}

/** A hash of what a page is: the whole is a megabyte to send. */
function stateOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const shown = document.querySelectorAll(":popover-open").length;
    const state = [window.location.href, document.cookie, document.body.innerHTML, shown].join();
    let hash = 0;
    for (let at = 0; at < state.length; at += 1) {
      hash = (Math.imul(hash, 31) + state.charCodeAt(at)) | 0;
    }
    return hash;
  });
}

/** Whether the page is unchanged, at once or after an animation. */
async function isSoon(page: Page, before: number): Promise<boolean> {
  for (let look = 0; look < 5; look += 1) {
    if ((await stateOf(page)) === before) return true;
  }
  return false;
}
