import type { Page } from "@playwright/test";

type Visit = { readonly status: number; readonly flaws: string[]; readonly links: string[] };

/** Opens a page in the browser, or only reads what the server sends, at a third of the cost. */
export async function visit(page: Page, address: string, isDrawn: boolean): Promise<Visit> {
  const answer = isDrawn ? await page.goto(address) : await page.request.get(address);
  if (answer === null) throw new Error(`${address} is where the page was.`);
  // A not-found page is rendered by script.
  if (isDrawn) await page.getByRole("main").waitFor();
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
      // However long either is: axe looks only at links that are shorter than the text around them.
      const look = (each: Element) => {
        const { fontFamily, fontSize, fontWeight, textDecorationLine } = getComputedStyle(each);
        return [fontFamily, fontSize, fontWeight, textDecorationLine].join();
      };
      const isInline = (each: Element) =>
        /^(inline|contents)$/.test(getComputedStyle(each).display);
      const likeText = [...(written === null ? main.querySelectorAll("a[href]") : [])]
        .filter((link) => link instanceof HTMLElement && isInline(link) && link.checkVisibility())
        .filter((link) => {
          let block = link.parentElement ?? main;
          while (isInline(block) && block.parentElement !== null) block = block.parentElement;
          const beside = block.cloneNode(true) as Element;
          for (const each of beside.querySelectorAll("a, button, select, dialog")) each.remove();
          return /\p{L}{2}/u.test(beside.textContent) && look(link) === look(block);
        })
        .map(
          (link) => `a link that looks like the text around it: ${link.outerHTML.slice(0, 200)}`,
        );
      const flaws = [...(said ?? []), ...empty, ...nowhere, ...likeText];
      return { flaws, links: [...new Set(links)] };
    },
    [url, html] as const,
  );
}

/** Key of pages rendered alike: the path without ids, and names of query parameters. */
export function kindOf(link: string): string {
  const { pathname, searchParams } = new URL(link, "http://here");
  const names = [...new Set(searchParams.keys())].sort().join("&");
  return `${pathname.replace(/^(\/\w+\/).+/, "$1…")}?${names}`;
}
