import type { Page } from "@playwright/test";
import { nowUs } from "@/lib/clock/server";
import { tokenHeaders } from "./accounts";
import { showDemo } from "./every-page";
import { expect, test } from "./test";

/** Parses this product's CSV: doubled quotes, CR LF line ends. */
function readCsv(text: string): string[][] {
  const cells = [...text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/g)];
  const lines: string[][] = [[]];
  for (const [, cell = "", end] of cells) {
    const plain = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
    lines.at(-1)?.push(plain);
    if (end === "\r\n") lines.push([]);
  }
  return lines.filter((line) => line.length > 1);
}

/** The displayed rows: a journey by its label, an instant by its date; unknown is empty. */
async function shownRows(page: Page): Promise<string[][]> {
  return page.locator("tbody tr[id^='row-']").evaluateAll((rows) =>
    rows.map((row) =>
      [...row.querySelectorAll("[data-cell]")].map((cell) => {
        const said = cell.querySelector("[role=img]")?.getAttribute("aria-label");
        const instant = cell.querySelector("time")?.getAttribute("datetime");
        const words = cell instanceof HTMLElement ? cell.innerText.trim() : "";
        return said ?? instant ?? (words === "unknown" ? "" : words);
      }),
    ),
  );
}

test("the CSV has a row for each row of every page, in the same order and words", async ({
  page,
}) => {
  await showDemo(page);
  await page.goto("/cases?type=billing&sort=touchpoints");
  const href = await page.getByRole("link", { name: "CSV" }).getAttribute("href");
  const [head, ...lines] = readCsv(await (await page.request.get(href ?? "")).text());
  expect(head).toEqual([
    "Case",
    "Type",
    "Journey",
    "Contacts",
    "Handoffs",
    "Outcome",
    "Last contact",
  ]);

  const next = page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Next" });
  const shown = await shownRows(page);
  for (let number = 2; (await next.count()) > 0; number += 1) {
    await next.click();
    await expect(page).toHaveURL(new RegExp(`page=${number}$`));
    await expect(page.locator(".cases-table")).toHaveAttribute("aria-busy", "false");
    shown.push(...(await shownRows(page)));
  }
  expect(shown.length).toBeGreaterThan(50);
  expect(lines).toEqual(shown);
});

test("a cell that a spreadsheet would run as a formula is made text", async ({ page, request }) => {
  const caseId = '=HYPERLINK("http://x")';
  const startTimeUnixNano = `${nowUs()}000`;
  const attributes = Object.entries({
    case_id: caseId,
    channel: "sms",
    "message.role": "customer",
  });
  const span = {
    traceId: "f".repeat(32),
    spanId: "f".repeat(16),
    name: "message",
    kind: 1,
    startTimeUnixNano,
    endTimeUnixNano: startTimeUnixNano,
    attributes: [...attributes, ["message.content", "Who sells theorbos?"]].map(
      ([key, stringValue]) => ({ key, value: { stringValue } }),
    ),
  };
  const sent = await request.post("/v1/traces", {
    headers: tokenHeaders(),
    data: { resourceSpans: [{ resource: {}, scopeSpans: [{ scope: {}, spans: [span] }] }] },
  });
  expect(sent.ok()).toBe(true);
  await expect(async () => {
    const csv = await page.request.get("/cases.csv?q=theorbos");
    expect(readCsv(await csv.text()).at(1)?.[0]).toBe(`'${caseId}`);
  }).toPass();
});
