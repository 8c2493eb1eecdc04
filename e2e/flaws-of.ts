import type { Page } from "@playwright/test";

/** Defects that no page may have: raw values such as "undefined", empty elements, broken fragment links. */
export function flawsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const main = document.querySelector("main");
    if (main === null) return ["no main"];
    const own = main.cloneNode(true);
    if (!(own instanceof HTMLElement)) return ["no main"];
    // Customers' messages may contain any word; the page's own text may not.
    for (const words of own.querySelectorAll(".message p, pre, mark, blockquote")) words.remove();
    const said = own.textContent.match(
      /.{0,40}(\bundefined\b|\bNaN\b|\[object |Invalid Date).{0,20}/g,
    );
    const marks = "mark, time, code, a, button, summary, h1, h2, h3, [role=img], dd, [data-label]";
    const isNamed = (each: Element) =>
      each.ariaLabel !== null || each.querySelector("[aria-label]") !== null;
    const empty = [...main.querySelectorAll(marks)]
      .filter((each) => each.textContent.trim() === "" && !isNamed(each))
      .map((each) => `empty: ${each.outerHTML.slice(0, 200)}`);
    const nowhere = [...main.querySelectorAll('a[href^="#"]')]
      .map((link) => link.getAttribute("href") ?? "#")
      .filter((href) => document.getElementById(href.slice(1)) === null)
      .map((href) => `leads nowhere: ${href}`);
    return [...(said ?? []), ...empty, ...nowhere];
  });
}
