import { nowUs } from "@/lib/clock/server";
import { otlpRequest } from "@/lib/testing/spans/otlp";
import { adminRequest, tokenHeaders } from "./accounts";
import { readAllStored } from "./stored";
import { awkwardCaseId, sendSyntheticCases } from "./synthetic-cases";
import { expect, test } from "./test";

test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await adminRequest(playwright, baseURL);
  await sendSyntheticCases(request, nowUs() / 1000);
  await request.dispose();
});

test("a case leads to its customer, and the customer to the case", async ({ page }) => {
  const customerId = `e2e-customer-${String(awkwardCaseId.length)}`;
  const awkwardCase = page.getByRole("link", { name: awkwardCaseId, exact: true });
  await expect(async () => {
    await page.goto("/cases?q=flugelhorn");
    expect(await awkwardCase.count()).toBe(1);
  }).toPass();
  await awkwardCase.click();
  await page.getByRole("link", { name: customerId }).click();
  await expect(page).toHaveURL(`/customers/${customerId}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("1 case");
  await expect(page.getByRole("img", { name: "Chat AI, then Voice human" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "No issue came up twice" })).toBeVisible();
  await awkwardCase.click();
  await expect(page).toHaveURL(`/cases/${encodeURIComponent(awkwardCaseId)}`);
});

test("an erased customer is gone from every file, and stays away when sent again", async ({
  page,
  server,
}) => {
  const [customerId, caseId, word] = ["e2e-leaving", "e2e-left-case", "glockenspiel"];
  const data = otlpRequest([
    {
      ...{ traceId: "e2e9".repeat(8), spanId: "e2e9".repeat(4), name: "message" },
      startUs: nowUs() - 40 * 86_400_000_000,
      attributes: {
        ...{ case_id: caseId, customer_id: customerId, channel: "chat" },
        ...{ "message.role": "customer", "message.content": `My ${word} has no mallets.` },
      },
    },
  ]);
  const send = async () => {
    const answer = await page.request.post("/v1/traces", { data, headers: tokenHeaders() });
    expect(answer.ok()).toBe(true);
  };
  const isStored = async () => {
    const bytes = await readAllStored(server.data);
    return [customerId, caseId, word].filter((each) => bytes.includes(each));
  };
  const statusOf = async () => (await page.request.get(`/customers/${customerId}`)).status();

  await send();
  await expect.poll(statusOf).toBe(200);
  expect(await isStored()).toEqual([customerId, caseId, word]);
  await page.goto(`/customers/${customerId}`);
  await page.getByRole("button", { name: "Erase this customer" }).click();
  const dialog = page.getByRole("dialog", { name: "Erase this customer?" });
  await expect(dialog).toContainText("1 contact in 1 case");
  await dialog.getByRole("button", { name: "Erase" }).click();
  await expect(page).toHaveURL("/cases");
  await expect.poll(isStored).toEqual([]);
  expect(await statusOf()).toBe(404);

  await send();
  expect(await isStored()).toEqual([]);
  expect(await statusOf()).toBe(404);
  await page.goto("/audit");
  const rows = page.getByRole("main");
  await expect(rows).toContainText("erased a customer");
  await expect(rows).not.toContainText(customerId);
});
