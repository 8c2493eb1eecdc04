import { describe, expect, it } from "vitest";
import { decodeAll } from "@/lib/testing/spans/decode-all";
import type { CaseRecord } from "@/lib/domain/case/case-record";
import { caseCsv } from "../case-csv";
import { caseJsonl } from "../case-jsonl";
import { parseRating } from "../../parse-rating";

const us = (text: string) => Date.parse(text) * 1000;
const [opened, closed] = ["2026-03-02T08:00:00Z", "2026-03-04T17:30:00Z"];

async function recordsOf(sent: unknown): Promise<readonly CaseRecord[]> {
  const items = await decodeAll(caseJsonl, JSON.stringify(sent, null, 2));
  expect(items.filter(({ type }) => type === "reject")).toEqual([]);
  return items.flatMap((item) => (item.type === "record" ? [item.record] : []));
}

describe("a help desk's API", () => {
  it.each([
    [
      "Zendesk",
      {
        tickets: [
          { id: 7, requester_id: 9, created_at: opened, updated_at: closed, status: "closed" },
        ],
      },
    ],
    ["Zammad", [{ id: 7, number: "31007", customer_id: 9, created_at: opened, close_at: closed }]],
    ["Freshdesk", [{ id: 7, requester_id: 9, created_at: opened, stats: { closed_at: closed } }]],
    ["Jira", { issues: [{ key: "7", fields: { created: opened, resolutiondate: closed } }] }],
    [
      "Gorgias",
      { data: [{ id: 7, customer: { id: 9 }, created_datetime: opened, closed_datetime: closed }] },
    ],
    [
      "Help Scout",
      { _embedded: { conversations: [{ id: 7, createdAt: opened, closedAt: closed }] } },
    ],
    [
      "Chatwoot",
      {
        data: {
          payload: [
            {
              id: 7,
              created_at: us(opened) / 1e6,
              updated_at: us(closed) / 1e6,
              status: "resolved",
            },
          ],
        },
      },
    ],
    [
      "Salesforce",
      { records: [{ Id: "7", ContactId: "9", CreatedDate: opened, ClosedDate: closed }] },
    ],
    [
      "HubSpot",
      { results: [{ id: "7", properties: { createdate: opened, closed_date: closed } }] },
    ],
  ])("of %s tells when a case opened and closed", async (_, sent) => {
    expect(await recordsOf(sent)).toMatchObject([
      { caseId: "7", openedUs: us(opened), closedUs: us(closed) },
    ]);
  });

  it("tells of no closing where the status is another, or the last change has no time", async () => {
    const ticket = { id: 7, created_at: opened, updated_at: closed, status: "pending" };
    expect(await recordsOf([ticket])).toMatchObject([{ closedUs: null }]);
    const untimed = { id: 7, created_at: opened, status: "solved" };
    expect(await recordsOf([untimed])).toMatchObject([{ closedUs: null }]);
  });

  it("tells a closing's own time before that of the last change, in a table too", async () => {
    const table = `ticket id,created,solved at,last updated,status\n7,${opened},${closed},2026-04-01T00:00:00Z,Solved\n`;
    const items = await decodeAll(caseCsv, table);
    expect(items.find(({ type }) => type === "record")).toMatchObject({
      record: { closedUs: us(closed) },
    });
  });
});

describe("a rating", () => {
  it.each([
    ["4", 4],
    ["3 out of 5", 3],
    ["good_with_comment", 5],
    ["Bad with comment", 1],
    ["Not Good", 1],
    ["okay", 3],
    ["offered", "unanswered"],
    ["9", null],
    ["goodness", null],
  ])("%s is read as %s", (text, rating) => {
    expect(parseRating(text)).toBe(rating);
  });
});
