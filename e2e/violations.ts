import axe, { type RunOptions } from "axe-core";
import type { Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Rules about colours; only these are checked in both themes. */
const colourRules = ["color-contrast", "link-in-text-block"];

type Where = {
  /** Selector of the checked part. */
  readonly within: string;
  readonly except: readonly string[];
};

/** Memoises colour parsing: axe parses the same few colours for every element and its background. */
const parseColoursOnce = `{
  const { prototype } = axe.commons.color.Color;
  const { parseString } = prototype;
  const parsed = new Map();
  prototype.parseString = function (text) {
    if (!parsed.has(text)) {
      const { r, g, b, alpha } = parseString.call(this, text);
      parsed.set(text, { r, g, b, alpha });
    }
    return Object.assign(this, parsed.get(text));
  };
}`;

/** Number of equally styled texts whose colours are checked. */
const alikeMax = 3;

/** Number of texts of each style that this worker has checked, by the hash of the style. */
const checked = new Map<number, number>();

const checkChosenTexts = `axe.configure({ rules: [{ id: "color-contrast", selector: "[data-checked]" }] });`;

/** Accessibility violations of a page, or part of it, in light and dark theme. */
export async function violations(
  page: Page,
  { within, except }: Where = { within: "html", except: [] },
): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  await chooseTexts(page, within);
  const inLight = await found(page, within, {
    runOnly: { type: "tag", values: rules },
    rules: Object.fromEntries(except.map((rule) => [rule, { enabled: false }])),
  });
  await page.emulateMedia({ colorScheme: "dark" });
  if ((await chooseTexts(page, within)) === 0) return inLight;
  const inDark = await found(page, within, { runOnly: { type: "rule", values: colourRules } });
  return [...inLight, ...inDark];
}

/**
 * Marks elements with text of their own, some of each that have the same colours, sizes and opacities from the root
 * down, on whatever page: most of axe's time goes into the colours of table cells that are all alike.
 * @returns the number of marked elements
 */
async function chooseTexts(page: Page, within: string): Promise<number> {
  const chosen = await page.evaluate(
    ([selector, most, counted]) => {
      const counts = new Map(counted);
      const styles = new Map<Element | null, number>([[null, 0]]);
      const marked: number[] = [];
      for (const element of document.querySelectorAll("*")) {
        const { color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight } =
          getComputedStyle(element);
        const own = [element.tagName, color, backgroundColor, backgroundImage, opacity, fontSize];
        let style = styles.get(element.parentElement) ?? 0;
        for (const character of [...own, fontWeight].join(" ")) {
          style = (Math.imul(style, 31) + character.charCodeAt(0)) | 0;
        }
        styles.set(element, style);
        const count = counts.get(style) ?? 0;
        const isChosen =
          count < most &&
          element.closest(selector) !== null &&
          (element.matches("input, textarea, select") ||
            [...element.childNodes].some(
              (each) => each.nodeType === 3 && each.nodeValue?.trim() !== "",
            )) &&
          element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
          element.getBoundingClientRect().width > 1;
        element.toggleAttribute("data-checked", isChosen);
        if (!isChosen) continue;
        counts.set(style, count + 1);
        marked.push(style);
      }
      return marked;
    },
    [within, alikeMax, [...checked]] as const,
  );
  for (const style of chosen) checked.set(style, (checked.get(style) ?? 0) + 1);
  return chosen.length;
}

/** Runs axe in the page itself: the Playwright adapter transfers results of every element twice. */
async function found(page: Page, within: string, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) {
    await page.evaluate(`${axe.source}\n${parseColoursOnce}\n${checkChosenTexts}`);
  }
  return page.evaluate(
    async ([selector, asked]) => {
      const { axe: here } = window as unknown as { axe: typeof axe };
      const { violations: broken } = await here.run({ include: [[selector]] }, asked);
      return broken.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`);
    },
    [within, { ...options, resultTypes: ["violations"] }] satisfies [string, RunOptions],
  );
}
