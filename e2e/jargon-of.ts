import type { Page } from "@playwright/test";

/** Words that no page shows: a touchpoint is called a contact. */
const never = ["touchpoints?"];
/** Words of statistics, which pages of CX people leave to definitions. */
const statistics = [
  ...["EWMA", "CUSUM", "Benjamini", "AUC", "Kish", "Newcombe", "Woodruff", "Kitagawa"],
  ...["Mantel", "bootstrap", "p-values?", "crude", "95 ?% (?:interval|<?[\\d.]+–)"],
];

/**
 * The jargon that a page shows, each with the words around it; what is closed or hidden may name it.
 * @param isForCx whether the page is one that CX people read
 */
export function jargonOf(page: Page, isForCx: boolean): Promise<string[]> {
  const words = isForCx ? [...never, ...statistics] : never;
  const further = isForCx ? "|λ|\\(Wilson|[a-z], 95 ?%" : "";
  const pattern = `.{0,40}(?:\\b(?:${words.join("|")})\\b${further}).{0,20}`;
  return page.evaluate((source) => {
    const main = document.querySelector("main") ?? document.body;
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const shown: string[] = [];
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const { parentElement: parent, textContent } = text;
      // Customers' messages may contain any word; the page's own text may not.
      if (parent === null || parent.closest(".message p, pre, mark, blockquote") !== null) continue;
      if (parent.checkVisibility()) shown.push(textContent ?? "");
    }
    return shown.join(" ").match(new RegExp(source, "giu")) ?? [];
  }, pattern);
}
