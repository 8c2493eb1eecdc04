import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";

// Without a window's frame a page costs a third less; where there is none, the whole browser.
const onPath = [
  "chromium-headless-shell",
  ...["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Features that Playwright disables: Chromium only uses the last such list. */
const offByPlaywright = [
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "TcpPortRandomizationWin",
  "ThirdPartyStoragePartitioning",
];
/** Pages and processes that Chromium prepares for each new window: more than half of its cost. */
const madeAhead = ["SpareRendererForSitePerProcess", "WebUIOmniboxAimPopup", "WebUIOmniboxPopup"];

/** Arguments for running Chromium as root, without network access, with cheap windows. */
export const browserArgs = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${[...offByPlaywright, ...madeAhead].join(",")}`,
];

/** Finds Chromium: from the environment, Playwright's own, or the system's. */
export async function findBrowser() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const { chromium } = await import("@playwright/test");
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  const folders = (process.env.PATH ?? "").split(delimiter);
  const system = onPath.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...system.filter(canRun), ...elsewhere].find((path) => existsSync(path));
}

/** As `findBrowser`; installs one if there is none. */
export async function findOrInstallBrowser() {
  for (const attempt of [undefined, installWithApt, installWithPlaywright]) {
    await attempt?.();
    const found = await findBrowser();
    if (found) return found;
  }
  console.error("No Chromium found: install one, or name it in CHROMIUM_PATH.");
  return undefined;
}

/** Distributions ship stubs of that name that only print an installation hint. */
function canRun(path) {
  return existsSync(path) && spawnSync(path, ["--version"], { timeout: 20_000 }).status === 0;
}

async function installWithApt() {
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  if (process.platform !== "linux" || !existsSync("/usr/bin/apt-get")) return;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const apt = ([command, ...args]) => run(command, args, { env });
  await apt([...sudo, "apt-get", "-qq", "update"]);
  for (const name of ["chromium-headless-shell", "chromium"]) {
    const install = ["apt-get", "-qq", "install", "-y", "--no-install-recommends", name];
    if ((await apt([...sudo, ...install])) === 0) return;
  }
}

async function installWithPlaywright() {
  const command = join(root, "node_modules", "@playwright", "test", "cli.js");
  await run(process.execPath, [command, "install", "chromium"], {
    onStart: (child) => setTimeout(() => child.kill(), 60_000).unref(),
  });
}
