import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules that look at colours; nothing else differs between the themes. */
const colourRules = ["color-contrast", "link-in-text-block"];

type Where = {
  /** A selector of the part that is looked at. */
  readonly within: string;
  /** Rules that do not hold there. */
  readonly except: string[];
};

/** What of a page, or of a part of it, breaks a rule of accessibility as it stands, in light and in dark. */
export async function violations(
  page: Page,
  { within, except }: Where = { within: "html", except: [] },
): Promise<string[]> {
  const axe = () => new AxeBuilder({ page }).include(within);
  await page.emulateMedia({ colorScheme: "light" });
  const inLight = await found(axe().withTags(rules).disableRules(except));
  await page.emulateMedia({ colorScheme: "dark" });
  const inDark = await found(axe().withRules(colourRules));
  return [...inLight, ...inDark];
}

async function found(axe: AxeBuilder): Promise<string[]> {
  const { violations: broken } = await axe.analyze();
  return broken.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`);
}
