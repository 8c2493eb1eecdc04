import { writeFileSync } from "node:fs";
import { runCli } from "@/lib/testing/run-cli";
import { expect, test } from "./test";

test.use({ storageState: { cookies: [], origins: [] } });

const judged = ["--cohort", "golden-200", "--candidate", "2026.23", "--baseline", "2026.22"];

/** What a team's own replay does: answers each case of the cohort on each of its channels. */
const replay = `import { readFileSync } from "node:fs";
const cases = readFileSync(process.argv[2], "utf8").trim().split("\\n").map((line) => JSON.parse(line));
for (const { id, channels } of cases) channels.forEach((channel, at) => console.log(JSON.stringify({
  item: id, channel, leg: at + 1, messages: [
    { role: "customer", content: "I was promised my money back. Please see to it." },
    { role: "agent", content: "The refund of 20 dollars is on your card now." },
    { role: "customer", content: "Great, I can see it. Thank you, that solved it!" },
  ],
})));
`;

test("an engineer goes from a blocked gate to the step that failed, and back with a second attempt @release", async ({
  page,
  newServer,
}, info) => {
  const data = newServer.data;
  const blocked = await runCli(["gate", "--workspace", "demo", ...judged, "--min", "0.78"], {
    data,
  });
  expect(blocked.stdout).toContain("BLOCK: 2026.23 on golden-200, attempt 1");
  expect(blocked.code).toBe(1);

  await page.goto(`${newServer.url}/sign-in`);
  await page.getByRole("button", { name: /Engineer/u }).click();
  await expect(page).toHaveURL(/\/releases$/u);
  await page.getByRole("link", { name: "2026.23", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("May 2026.23 replace 2026.22?");
  await expect(page.getByRole("region", { name: "Verdict" })).toContainText("112 of 150");
  await expect(page.getByRole("heading", { name: "18 cases regressed" })).toBeVisible();
  const first = page.getByRole("region", { name: "Cases of the run" }).getByRole("row").nth(1);
  await expect(first).toContainText("turn ");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "JSON", exact: true }).click();
  expect((await download).suggestedFilename()).toBe("regressed.json");
  const command = await page.getByText(/^throughline gate /u).innerText();
  expect(command).toBe(
    "throughline gate --workspace demo --cohort golden-200 --candidate 2026.23 --baseline 2026.22 --min 0.78",
  );

  await first.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("refund-001");
  await page
    .getByText(/They part at turn/u)
    .first()
    .click();
  await page.locator('a[href^="/traces/"]').first().click();
  await expect(page).toHaveURL(/\/traces\/[0-9a-f]{32}/u);
  await expect(page.getByRole("navigation", { name: "Breadcrumb" })).toContainText("Releases");

  const script = info.outputPath("replay.mjs");
  writeFileSync(script, replay);
  const again = command.split(" ").slice(1);
  const run = ["--replay", `${process.execPath} ${script} {cases}`, "--run", "fixed"];
  const second = await runCli([...again, ...run], { data });
  expect(second.stdout).toContain("2026.23 on golden-200, attempt 2");
  expect(second.code).toBe(0);
  await page.goto(`${newServer.url}/releases/fixed`);
  const attempts = page.getByRole("listitem").filter({ hasText: /^(?:Passed|Blocked)/u });
  await expect(attempts).toHaveText([/Blocked.*Attempt 1/u, /Passed, not proven.*Attempt 2/u]);
});
