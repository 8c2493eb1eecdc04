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

/** Number of equally styled elements whose colours are checked. */
const alikeMax = 3;

const checkChosenTexts = `axe.configure({ rules: [{ id: "color-contrast", selector: "[data-checked]" }] });`;

/** Accessibility violations of a page, or part of it, in light and dark theme. */
export async function violations(
  page: Page,
  { within, except }: Where = { within: "html", except: [] },
): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  const inLight = await found(page, within, {
    runOnly: { type: "tag", values: rules },
    rules: Object.fromEntries(except.map((rule) => [rule, { enabled: false }])),
  });
  await page.emulateMedia({ colorScheme: "dark" });
  const inDark = await found(page, within, { runOnly: { type: "rule", values: colourRules } });
  return [...inLight, ...inDark];
}

/**
 * Marks elements with text of their own, some of each that have the same colours, sizes and opacities from the root
 * down: most of axe's time goes into the colours of table cells that are all alike.
 */
async function chooseTexts(page: Page, within: string): Promise<void> {
  await page.evaluate(
    ([selector, most]) => {
      const looks = new Map<string, number>();
      const lookOf = new Map<Element, number>();
      const counts = new Map<number, number>();
      for (const element of document.querySelectorAll(`${selector}, ${selector} *`)) {
        const { color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight } =
          getComputedStyle(element);
        const parent =
          element.parentElement === null ? -1 : (lookOf.get(element.parentElement) ?? -1);
        const sizes = [element.tagName, opacity, fontSize, fontWeight];
        const look = [parent, color, backgroundColor, backgroundImage, ...sizes].join(" ");
        const number = looks.get(look) ?? looks.size;
        looks.set(look, number);
        lookOf.set(element, number);
        const hasText =
          element.matches("input, textarea, select") ||
          [...element.childNodes].some(
            (each) => each.nodeType === 3 && each.nodeValue?.trim() !== "",
          );
        const count = (counts.get(number) ?? 0) + Number(hasText);
        counts.set(number, count);
        element.toggleAttribute("data-checked", hasText && count <= most);
      }
    },
    [within, alikeMax] as const,
  );
}

/** Runs axe in the page itself: the Playwright adapter transfers results of every element twice. */
async function found(page: Page, within: string, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) {
    await page.evaluate(`${axe.source}\n${parseColoursOnce}\n${checkChosenTexts}`);
  }
  await chooseTexts(page, within);
  return page.evaluate(
    async ([selector, asked]) => {
      const { axe: here } = window as unknown as { axe: typeof axe };
      const { violations: broken } = await here.run({ include: [[selector]] }, asked);
      return broken.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`);
    },
    [within, { ...options, resultTypes: ["violations"] }] satisfies [string, RunOptions],
  );
}
