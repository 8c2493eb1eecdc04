import { findAddresses, showDemo } from "./every-page";
import { expect, test } from "./test";

test("a cohort is made of a list in two clicks, and a case is added with what was expected", async ({
  page,
}) => {
  await showDemo(page);
  await page.goto("/cases?type=refund&period=all");
  await page.getByRole("button", { name: "Make a cohort" }).click();
  const making = page.getByRole("dialog", { name: "Make a cohort of these cases" });
  await making.getByLabel("Name").fill("Refunds");
  await making.getByLabel("Cases").selectOption("A sample with more of high risk");
  await making.getByLabel("Size").fill("30");
  await making.getByRole("button", { name: "Make the cohort" }).click();
  await making.getByRole("link", { name: "Open Refunds" }).click();
  await expect(page).toHaveURL(/\/cohorts\/Refunds$/);
  await expect(page.getByText("30 cases, 21 of them over two channels or more")).toBeVisible();

  const { aCase } = await findAddresses(page);
  await page.goto(aCase);
  await page.getByRole("button", { name: "Change this case" }).click();
  await page.getByRole("menuitem", { name: "Add to a cohort…" }).click();
  const adding = page.getByRole("dialog", { name: "Add to a cohort" });
  await adding.getByLabel("Cohort").selectOption("golden-200");
  await adding.getByLabel("What was expected").fill("It is done on the first call.");
  await adding.getByRole("button", { name: "Add", exact: true }).click();
  await adding.getByRole("link", { name: "Open golden-200" }).click();
  await expect(page.getByText("as version 2 on")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "JSONL" }).click();
  expect((await download).suggestedFilename()).toBe("cohort-v2.jsonl");
  await page.goto("/cohorts");
  await expect(page.getByRole("row", { name: /golden-200.*201 cases/ })).toBeVisible();
});
