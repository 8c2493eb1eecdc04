import type { Page } from "@playwright/test";

type Visit = { readonly status: number; readonly flaws: string[]; readonly links: string[] };

/** Opens a page in the browser, or only reads what the server sends, at a third of the cost. */
export async function visit(page: Page, address: string, isDrawn: boolean): Promise<Visit> {
  const answer = isDrawn ? await page.goto(address) : await page.request.get(address);
  if (answer === null) throw new Error(`${address} is where the page was.`);
  const seen = await look(page, answer.url(), isDrawn ? null : await answer.text());
  return { status: answer.status(), ...seen };
}

/** Defects that no page may have: raw values such as "undefined", empty elements, broken fragment links. */
export async function flawsOf(page: Page): Promise<string[]> {
  return (await look(page, page.url(), null)).flaws;
}

/** Defects of a page and its links within the site. @param html of the page, or null for the drawn one */
function look(page: Page, url: string, html: string | null): Promise<Omit<Visit, "status">> {
  return page.evaluate(
    ([base, written]) => {
      const shown =
        written === null ? document : new DOMParser().parseFromString(written, "text/html");
      const links = [...shown.querySelectorAll("a[href]:not([download])")]
        .map((link) => new URL(link.getAttribute("href") ?? "", base))
        .filter(({ origin }) => origin === new URL(base).origin)
        .map(({ pathname, search }) => pathname + search);
      const main = shown.querySelector("main");
      const own = main?.cloneNode(true);
      if (!main || !(own instanceof HTMLElement)) return { flaws: ["no main"], links };
      // Customers' messages may contain any word; the page's own text may not.
      for (const words of own.querySelectorAll(".message p, pre, mark, blockquote")) words.remove();
      const said = own.textContent.match(
        /.{0,40}(\bundefined\b|\bNaN\b|\[object |Invalid Date).{0,20}/g,
      );
      const marks =
        "mark, time, code, a, button, summary, h1, h2, h3, [role=img], dd, [data-label]";
      const isNamed = (each: Element) =>
        each.ariaLabel !== null || each.querySelector("[aria-label]") !== null;
      const empty = [...main.querySelectorAll(marks)]
        .filter((each) => each.textContent.trim() === "" && !isNamed(each))
        .map((each) => `empty: ${each.outerHTML.slice(0, 200)}`);
      const nowhere = [...main.querySelectorAll('a[href^="#"]')]
        .map((link) => link.getAttribute("href") ?? "#")
        .filter((href) => shown.getElementById(href.slice(1)) === null)
        .map((href) => `leads nowhere: ${href}`);
      return { flaws: [...(said ?? []), ...empty, ...nowhere], links: [...new Set(links)] };
    },
    [url, html] as const,
  );
}
