import type { Page } from "@playwright/test";
import { receiveMail } from "@/lib/testing/receivers/receive-mail";
import { isSignedWith, receiveWebhooks } from "@/lib/testing/receivers/receive-webhooks";
import { showDemo } from "./every-page";
import { startOwnServer } from "./own-server";
import { expect, test } from "./test";

test("an alert on the demo fires, is posted signed and mailed, is acknowledged, and keeps its history", async ({
  page,
}) => {
  const [hook, post] = [await receiveWebhooks([500, 204]), await receiveMail()];
  const env = {
    ...{ THROUGHLINE_SMTP_URL: post.url, THROUGHLINE_SMTP_FROM: "alerts@example.com" },
    THROUGHLINE_ALLOW_HOSTS: new URL(hook.url).host,
  };
  const server = await startOwnServer([], { hasDemo: true, env });
  const address = `${server.url}/alerts`;

  await page.goto(address);
  await page
    .getByRole("group", { name: "Workspace" })
    .getByRole("button", { name: "Demo" })
    .click();
  await expect(page.getByRole("complementary", { name: "Demo workspace" })).toBeVisible();
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Nothing is watched yet.");

  const webhook = page.getByRole("form", { name: "Set the webhook" });
  await webhook.getByLabel("Address").fill("http://localhost:3000/");
  await webhook.getByRole("button", { name: "Set webhook" }).click();
  await expect(webhook.getByLabel("Address")).toHaveAccessibleDescription(
    /^localhost:3000 is this machine .* add localhost:3000 to THROUGHLINE_ALLOW_HOSTS\.$/u,
  );
  await webhook.getByLabel("Address").fill(hook.url);
  await webhook.getByRole("button", { name: "Set webhook" }).click();
  const secret = await page.getByText(/^whsec_/u).innerText();
  await page.reload();
  await expect(page.getByText(new URL(hook.url).origin)).toBeVisible();
  expect(await page.content()).not.toContain(secret);

  await page.goto(`${server.url}/metrics?q=contact_false_containment_rate`);
  await page.getByRole("link", { name: /^Alert me/u }).click();
  const form = page.getByRole("form", { name: "Alert" });
  await form.getByLabel("Name").fill("Only looked contained");
  await form.getByLabel("Compared with").selectOption("a fixed value");
  await form.getByLabel("Value").fill("20");
  await form.getByLabel("Cases opened in").selectOption("The last 90 days");
  await form.getByLabel("Fires once it has lasted").fill("0");
  await form.getByRole("button", { name: "Would it have fired?" }).click();
  await expect(form.getByRole("status")).toContainText(/In the last 90 days it would have fired/u);
  await form.getByRole("button", { name: "Save alert" }).click();
  await expect(form).toBeHidden();

  await expect.poll(() => ledeOf(page, address)).toContain("1 alert is firing.");
  const firing = page.getByRole("list", { name: "Firing now" });
  await expect(firing).toContainText(/above 20%.*\d+% of \d+ contacts, \d+–\d+%/u);
  await expect.poll(() => hook.posted.length).toBe(2);
  expect(hook.posted.map((each) => isSignedWith(secret, each))).toEqual([true, true]);
  const ids = hook.posted.map(({ headers }) => headers["webhook-id"]);
  expect(ids).toEqual([ids[0], ids[0]]);
  expect(JSON.parse(hook.posted[1]?.body ?? "")).toMatchObject({
    type: "alert.fired",
    data: {
      alert: { name: "Only looked contained" },
      workspace: "demo",
    },
  });
  expect(hook.posted[1]?.body).toContain(`"${server.url}/lists/contacts?`);
  await expect.poll(() => post.received.length).toBe(1);
  expect(post.received[0]?.text).toContain("Subject: Alert: Only looked contained");

  const all = firing.getByRole("link", { name: /^All \d+ contacts$/u });
  const count = (await all.innerText()).replace(/\D/gu, "");
  await all.click();
  await expect(page).toHaveURL(/\/lists\/contacts/u);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(count);

  await page.goto(address);
  await firing.getByRole("button", { name: "Acknowledge" }).click();
  await expect(firing).toContainText("Acknowledged by you");
  const history = page.getByRole("list", { name: "History" });
  await expect(history.getByRole("listitem").first()).toContainText("Acknowledged by you");
  await expect(history).toContainText("Webhook: arrived at try 2");
  await expect(history).toContainText("E-mail: taken by the mail server");
  await page.getByRole("link", { name: "Change: Only looked contained" }).click();
  await form.getByLabel("Value").fill("90");
  await form.getByRole("button", { name: "Save alert" }).click();
  await expect(form).toBeHidden();
  await expect.poll(() => hook.posted.length).toBe(3);
  expect(JSON.parse(hook.posted[2]?.body ?? "")).toMatchObject({
    type: "alert.ended",
    data: { ended: { why: "changed" } },
  });
  await expect.poll(() => post.received.length).toBe(2);
  expect(post.received[1]?.text).toContain("Subject: Alert ended: Only looked contained");
  await expect(history).toContainText("End sent: Only looked contained");

  await page.goto(`${server.url}/audit?action=alert-acknowledged`);
  await expect(page.getByRole("row").nth(1)).toContainText("acknowledged an alert");

  await page.goto("about:blank");
  await server.stop();
  await hook.close();
  await post.close();
});

test("a finding on the Overview, and a figure's definition, begin an alert on what is shown", async ({
  page,
}) => {
  await showDemo(page);
  await page.goto("/overview?period=all");
  const findings = page.getByRole("region", { name: "Findings" });
  await findings.getByRole("link", { name: /^Alert me: Outage cases end on time/u }).click();
  const form = page.getByRole("form", { name: "Alert" });
  await expect(form.getByLabel("Name")).toHaveValue("A case type on time less often: outage");
  await expect(form.getByLabel("Finding")).toHaveValue("sla-by-type/outage");
  await expect(form.getByLabel("Cases opened in")).toHaveValue("90d");

  await page.goto("/overview?period=30d&type=billing");
  await page.getByRole("button", { name: "How Case resolution is counted" }).click();
  await page.getByRole("link", { name: "Alert me: Case resolution" }).click();
  await expect(form.getByLabel("Metric")).toHaveValue("case_resolution_rate");
  await expect(form.getByLabel("Cases opened in")).toHaveValue("30d");
  await expect(form.getByLabel("Case type")).toHaveValue("billing");
});

async function ledeOf(page: Page, address: string): Promise<string> {
  await page.goto(address);
  return page.getByRole("heading", { level: 1 }).innerText();
}
