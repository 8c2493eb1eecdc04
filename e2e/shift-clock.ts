import type { Browser } from "@playwright/test";

/** Lets `Date` tell the shifted time on all pages of contexts made from now on; timers and cookies keep theirs. */
export function shiftClock(browser: Browser, shiftMs: number): void {
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    await context.addInitScript(shiftDate, shiftMs);
    return context;
  };
}

/** Runs on the page. */
function shiftDate(shiftMs: number): void {
  window.Date = new Proxy(Date, {
    construct: (system, args: unknown[], made) =>
      Reflect.construct(system, args.length === 0 ? [system.now() + shiftMs] : args, made) as Date,
    get: (system, key) =>
      key === "now" ? () => system.now() + shiftMs : (Reflect.get(system, key) as unknown),
  });
}
