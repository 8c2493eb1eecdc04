import type { Locator, Page } from "@playwright/test";
import { casesOfStory } from "./demo-stories";
import { showDemo } from "./every-page";
import { expect, test } from "./test";
import { violations } from "./violations";

type Overlay = {
  readonly name: string;
  readonly of: "list" | "case";
  /** Opens it and returns what is then open. */
  readonly open: (page: Page) => Promise<Locator>;
};

const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name }).first().click();

async function openMenu(page: Page, name: string | RegExp): Promise<Locator> {
  await press(page, name);
  return page.getByRole("menu");
}

async function openChange(page: Page, item: string): Promise<Locator> {
  await press(page, "Change this case");
  await page.getByRole("menuitem", { name: item }).click();
  return page.getByRole("dialog");
}

/** The opened element; the page below is checked elsewhere, so it is one of little: axe walks through all of it. */
const within = "[role=dialog], [role=menu], .case-preview";
/** A menu is outside the landmarks while it has the focus, and its arrow keys scroll it. */
const except = ["region", "scrollable-region-focusable"];

/** Every overlay. */
const parts: readonly Overlay[] = [
  { name: "the columns", of: "list", open: (page) => openMenu(page, "Columns") },
  { name: "the views", of: "list", open: (page) => openMenu(page, "Views") },
  { name: "the order", of: "list", open: (page) => openMenu(page, /^Sorted by/) },
  {
    name: "the period",
    of: "list",
    open: async (page) => {
      await press(page, /^Period/);
      return page.getByRole("dialog");
    },
  },
  {
    name: "saving a view",
    of: "list",
    open: async (page) => {
      await press(page, "Views");
      await page.getByRole("menuitem", { name: "Save this view…" }).click();
      return page.getByRole("dialog");
    },
  },
  {
    name: "sharing views",
    of: "list",
    open: async (page) => {
      await press(page, "Views");
      const manage = page.getByRole("menuitem", { name: "Share and remove views…" });
      if ((await manage.count()) === 0) await saveView(page);
      await manage.click();
      return page.getByRole("dialog");
    },
  },
  {
    name: "annotating time",
    of: "list",
    open: async (page) => {
      await press(page, "Annotate…");
      return page.getByRole("dialog");
    },
  },
  {
    name: "the preview",
    of: "list",
    open: async (page) => {
      await press(page, /^Preview /);
      return page.getByRole("complementary", { name: /^Preview of case/ });
    },
  },
  {
    name: "the help on keys",
    of: "list",
    open: async (page) => {
      await page.keyboard.press("?");
      return page.getByRole("dialog");
    },
  },
  { name: "the changes", of: "case", open: (page) => openMenu(page, "Change this case") },
  { name: "a note", of: "case", open: (page) => openChange(page, "Write a note…") },
  { name: "merging", of: "case", open: (page) => openChange(page, "Merge into another case…") },
  { name: "splitting", of: "case", open: (page) => openChange(page, "Split a contact off…") },
  {
    name: "moving",
    of: "case",
    open: (page) => openChange(page, "Move a contact to another case…"),
  },
];

test.describe.configure({ mode: "parallel" });
test.beforeEach(async ({ page }) => {
  await showDemo(page);
});

for (const [where, width] of [
  ["list", 1280],
  ["case", 1280],
  ["list", 390],
  ["case", 390],
] as const) {
  test(`what opens on a ${where} breaks no rule of accessibility and stays on the screen, at ${String(width)} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    const [aCase = ""] = casesOfStory("chat-contained-then-voice");
    for (const { name, open } of parts.filter(({ of }) => of === where)) {
      await page.goto(where === "list" ? `/cases?q=${aCase}` : `/cases/${aCase}`);
      const opened = await opening(page, open);
      const box = await opened.boundingBox();
      expect(box?.x ?? -1, "its left edge").toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0), "its right edge").toBeLessThanOrEqual(width);
      expect.soft(await violations(page, { within, except }), name).toEqual([]);
    }
  });
}

async function saveView(page: Page): Promise<void> {
  await page.getByRole("menuitem", { name: "Save this view…" }).click();
  await page.getByRole("checkbox", { name: /^Share it/ }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await press(page, "Views");
}

/** A click is handled once the page's script runs. */
async function opening(page: Page, open: Overlay["open"]): Promise<Locator> {
  let opened = page.locator("nothing");
  await expect(async () => {
    await page.keyboard.press("Escape");
    opened = await open(page);
    await expect(opened).toBeVisible({ timeout: 1000 });
  }).toPass();
  return opened;
}
