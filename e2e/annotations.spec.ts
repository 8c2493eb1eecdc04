import type { Page } from "@playwright/test";
import { showDemo } from "./every-page";
import { expect, test } from "./test";
import { violations } from "./violations";

test("an annotation of an outage is added, drawn on the chart, listed and removed", async ({
  page,
}) => {
  await showDemo(page);
  await page.goto("/cases");
  const [first = "", last = ""] = await daysShown(page);
  // Persona's charts begin with the first contact of an AI agent, hours or days after the first case.
  const day = daysAfter(first, 7);
  await page.getByRole("button", { name: "Annotate…" }).click();
  const dialog = page.getByRole("dialog", { name: "Annotations on time" });
  await dialog.getByLabel("What").selectOption({ label: "Outage" });
  await dialog.getByLabel("From", { exact: true }).fill(last);
  await dialog.getByLabel("To", { exact: true }).fill(first);
  await dialog.getByLabel("In a few words").fill("Payments down, ask anna.berg@example.com");
  await expect(dialog.getByRole("alert")).toHaveText("It ends before it begins.");
  await expect(dialog.getByRole("button", { name: "Add annotation" })).toBeDisabled();
  await dialog.getByLabel("From", { exact: true }).fill(day);
  await dialog.getByLabel("To", { exact: true }).fill(day);
  await dialog.getByRole("button", { name: "Add annotation" }).click();
  await expect(dialog.getByRole("list", { name: "All annotations" })).toContainText("Payments");
  await page.keyboard.press("Escape");

  const list = page.getByRole("list", { name: "Marked dates" });
  const noted = list.getByRole("listitem").filter({ hasText: /^[A-Z]+Outage/ });
  await expect(noted).toHaveText(/^[A-Z]+Outage, .*: Payments down, ask /);
  for (const chart of ["/persona", `/journeys?from=${first}&to=${daysAfter(day, 7)}`]) {
    await page.goto(chart);
    await expect(noted).toBeVisible();
  }
  await page.goto("/cases");
  await expect(list).not.toContainText("anna.berg");
  expect(await violations(page)).toEqual([]);

  // Outside the displayed period it is not shown.
  await page.goto(`/cases?from=${last}&to=${last}`);
  await expect(page.getByRole("button", { name: "Annotate…" })).toBeVisible();
  await expect(list).toBeHidden();

  await page.goto("/cases");
  await page.getByRole("button", { name: "Annotate…" }).click();
  await dialog.getByRole("button", { name: /^Remove: Outage/ }).click();
  await expect(dialog).not.toContainText("Outage, ");
});

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The first and last day of the displayed period, as a date field formats them. */
async function daysShown(page: Page): Promise<string[]> {
  await page.getByRole("button", { name: /^Period/ }).click();
  const fields = page.getByRole("dialog", { name: "Period" }).locator("input[type=date]");
  const days = await Promise.all([0, 1].map((index) => fields.nth(index).inputValue()));
  await page.keyboard.press("Escape");
  return days;
}
