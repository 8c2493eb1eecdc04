import { describe, expect, it } from "vitest";
import { decodeAll } from "@/lib/testing/spans/decode-all";
import type { CaseRecord } from "@/lib/domain/case/case-record";
import { caseCsv } from "./case-csv";
import { parseInstant } from "./case-instant";
import { caseJsonl } from "./case-jsonl";
import type { Format } from "./format";
import { explainUnknown, recogniseFormat } from "./registry";

type DropFirst<All> = All extends readonly [unknown, ...infer Rest] ? Rest : never;

/** A table's items, but what was made of its columns. */
async function rowsIn(...input: DropFirst<Parameters<typeof decodeAll>>) {
  const items = await decodeAll(caseCsv, ...input);
  return items.filter((item) => item.type !== "columns");
}

const empty: Omit<CaseRecord, "caseId"> = {
  customerId: null,
  caseType: null,
  openedUs: null,
  closedUs: null,
  closureCode: null,
  csat: null,
  risk: null,
  region: null,
  mergedInto: null,
};
const full: CaseRecord = {
  caseId: "C-1",
  customerId: "u-9",
  caseType: "refund",
  openedUs: Date.UTC(2026, 0, 31, 9, 30) * 1000,
  closedUs: Date.UTC(2026, 1, 1, 12, 0, 5) * 1000,
  closureCode: "solved",
  csat: 4,
  risk: "high",
  region: "EU",
  mergedInto: "C-7",
};

describe("a CRM's CSV", () => {
  it.each([
    [
      "our own names",
      "id,customer,type,opened,closed,closure code,CSAT,risk,region,merged into\n" +
        "C-1,u-9,refund,2026-01-31T09:30:00Z,2026-02-01 12:00:05,solved,4,high,EU,C-7\n",
    ],
    [
      "a Salesforce report's names, with semicolons",
      '"Case ID";"Contact ID";"Type";"Date/Time Opened";"Date/Time Closed";"Resolution Code";"CSAT Score";"Risk Level";"Region";"Master Record ID"\r\n' +
        '"C-1";"u-9";"refund";"2026-01-31T09:30:00.000+0000";"2026-02-01 12:00:05 UTC";"solved";"4/5";"High";"EU";"C-7"\r\n',
    ],
    [
      "a Zendesk export's names, with tabs and a byte order mark",
      "\uFEFFTicket ID\tRequester ID\tTicket type\tCreated at\tSolved at\tResolution\tSatisfaction rating\tRisk\tRegion\tDuplicate of\n" +
        "C-1\tu-9\trefund\t2026-01-31 09:30\t2026-02-01 12:00:05\tsolved\t4\tHIGH\tEU\tC-7",
    ],
    [
      "ServiceNow's names",
      "number,caller_id,category,opened_at,closed_at,close_code,customer_satisfaction,risk,country,duplicate_of\n" +
        "C-1,u-9,refund,2026-01-31 09:30:00,2026-02-01 12:00:05,solved,4,3 - High,EU,C-7\n",
    ],
    [
      "Unix times and a spreadsheet's hint",
      "sep=;\nconversation_id;user_id;type;created_at;closed_at;closure_reason;rating;risk;market;merged_to\n" +
        "C-1;u-9;refund;1769851800;1769947205000;solved;4.0;high;EU;C-7\n",
    ],
  ])("may have %s", async (_, text) => {
    const items = await rowsIn(text);
    expect(items).toMatchObject([{ type: "record", record: full }]);
    expect(recogniseFormat(new TextEncoder().encode(text))?.name).toBe("case-csv");
  });

  it("may be UTF-16, as spreadsheets write it", async () => {
    const bytes = new Uint8Array(Buffer.from("\uFEFFCase ID\tCustomer\nC-1\tZoë\n", "utf16le"));
    expect(recogniseFormat(bytes)?.name).toBe("case-csv");
    const items = await rowsIn(bytes, [1]);
    expect(items).toMatchObject([{ record: { ...empty, caseId: "C-1", customerId: "Zoë" } }]);
  });

  it("keeps quoted delimiters, quotes and line breaks, and counts lines by them", async () => {
    const text = 'id,customer\n"a,""1""\n2",u\nb,v,w\n';
    const items = await rowsIn(text, [3]);
    expect(items).toMatchObject([
      { type: "record", place: "line 2", record: { caseId: 'a,"1"\n2' } },
      { type: "reject", reject: { place: "line 4" } },
    ]);
  });

  it("drops a row without an id and an unreadable value, and nothing else", async () => {
    const text = "id,opened,csat,risk\n,2026-01-01,1,low\nb,yesterday,9,purple\nc,,N/A,-\n";
    const items = await rowsIn(text);
    expect(items).toMatchObject([
      { type: "reject", reject: { place: "line 2" } },
      { type: "record", record: { ...empty, caseId: "b" } },
      { type: "reject", reject: { place: "line 3, opened", spans: 0 } },
      { type: "reject", reject: { place: "line 3, csat", spans: 0 } },
      { type: "reject", reject: { place: "line 3, risk", spans: 0 } },
      { type: "record", record: { ...empty, caseId: "c" } },
    ]);
  });

  it.each([
    ["Salesforce in English (United States)", "3/14/2026, 9:26 PM", "4/3/2026, 12:05 AM"],
    ["Salesforce in English (United Kingdom)", "14/03/2026 21:26", "03/04/2026 00:05"],
    ["Salesforce in German", "14.03.2026 21:26", "3.4.2026, 00:05"],
    ["Zendesk", "2026-03-14 21:26:00 UTC", "2026-04-03 00:05:00 UTC"],
    ["Zendesk Explore", "March 14, 2026 at 9:26 PM", "April 3, 2026 at 12:05 AM"],
    ["Intercom", "Sat, 14 Mar 2026 21:26:00 +0000", "2026/04/03 00:05"],
    ["Jira", "14/Mar/26 9:26 PM", "03/Apr/26 12:05 AM"],
  ])("may have the dates of %s, whose order its rows show", async (_, opened, closed) => {
    const text = `Case Number;Date/Time Opened;Date/Time Closed\nC-1;${opened};${closed}\n`;
    expect(await rowsIn(text)).toMatchObject([
      {
        type: "record",
        record: {
          openedUs: Date.UTC(2026, 2, 14, 21, 26) * 1000,
          closedUs: Date.UTC(2026, 3, 3, 0, 5) * 1000,
        },
      },
    ]);
  });

  it("refuses a day that could be the month, and dates that there are not", async () => {
    const text = "id;opened;closed\na;03/04/2026;05/05/2026\nb;30 Feb 2026;32.01.2026\n";
    const items = await rowsIn(text);
    expect(items).toMatchObject([
      { type: "record", record: { openedUs: null, closedUs: Date.UTC(2026, 4, 5) * 1000 } },
      { type: "reject", reject: { place: "line 2, opened" } },
      { type: "record", record: { openedUs: null, closedUs: null } },
      { type: "reject", reject: { place: "line 3, opened" } },
      { type: "reject", reject: { place: "line 3, closed" } },
    ]);
    const [ambiguous] = items.flatMap((item) => (item.type === "reject" ? [item.reject] : []));
    expect(ambiguous?.reason).toMatch(/ day .* month/u);
  });

  it("says once which columns are read as what, and which are not", async () => {
    const text = "Ticket ID,Subject,Created at,Resolved,Closed,Assignee,\nC-1,,2026-01-31,,,,\n";
    const [first, ...rest] = await decodeAll(caseCsv, text);
    expect(first).toEqual({
      type: "columns",
      columns: {
        read: [
          { name: "Ticket ID", field: "case id" },
          { name: "Created at", field: "opened" },
          { name: "Closed", field: "closed" },
          { name: "Resolved", field: "closed" },
        ],
        unread: ["Subject", "Assignee"],
      },
    });
    expect(rest.map(({ type }) => type)).toEqual(["record"]);
  });

  it("leaves out dates before 1970 or from 2200 on, by name, and dates that say that there is none", async () => {
    const text = "id,opened,closed\na,2026-01-01,9999-12-31\nb,1900-01-01,2200-01-01\n";
    expect(await rowsIn(text)).toMatchObject([
      { type: "record", record: { openedUs: Date.UTC(2026, 0, 1) * 1000, closedUs: null } },
      { type: "record", record: { openedUs: null, closedUs: null } },
      { type: "reject", reject: { place: "line 3, opened", spans: 0 } },
      { type: "reject", reject: { place: "line 3, closed", spans: 0 } },
    ]);
    const lines = [
      { id: "a", opened: "9".repeat(400), closed: "9999-12-31T00:00:00+02:00" },
      { id: "b", opened: 1e22, closed: 253_402_300_799_000 },
    ];
    const read = await decodeAll(caseJsonl, lines.map((line) => JSON.stringify(line)).join("\n"));
    expect(read.map(place)).toEqual([
      "line 1",
      "!line 1, opened",
      "line 2",
      "!line 2, opened",
      "columns",
    ]);
  });

  it("finds back after a quote that is never closed", async () => {
    const rows = Array.from({ length: 60_000 }, (_, n) => `c-${n},customer ${n}`);
    const text = ["id,customer", 'x,"open', ...rows].join("\n");
    const items = await rowsIn(text);
    expect(items[0]).toMatchObject({ type: "reject", reject: { place: "line 2" } });
    expect(items.slice(1).map((item) => item.type === "record" && item.record.caseId)).toEqual(
      rows.map((_, n) => `c-${n}`),
    );
  });
});

describe("a CRM's JSON", () => {
  const lines = [
    { id: "C-1", customer: "u-9", type: "refund", opened: "2026-01-31T09:30:00Z", channel: "web" },
    {
      id: 22,
      tags: [{ name: "a" }, { name: "b" }],
      requester_id: 9,
      created_at: 1769851800,
      satisfaction_rating: { score: "so-so" },
    },
  ];
  const expected = [
    { type: "record", record: { caseId: "C-1", customerId: "u-9", openedUs: full.openedUs } },
    { type: "record", record: { caseId: "22", customerId: "9", openedUs: full.openedUs } },
    { type: "reject", reject: { spans: 0 } },
    {
      type: "columns",
      columns: {
        read: [
          { name: "id", field: "case id" },
          { name: "customer", field: "customer id" },
          { name: "type", field: "case type" },
          { name: "opened", field: "opened" },
          { name: "requester_id", field: "customer id" },
          { name: "created_at", field: "opened" },
          { name: "satisfaction_rating.score", field: "csat" },
        ],
        unread: ["channel", "tags.name"],
      },
    },
  ];

  it.each([
    ["lines", lines.map((line) => JSON.stringify(line)).join("\n")],
    ["a list", JSON.stringify(lines)],
    ["a list over several lines", JSON.stringify(lines, null, 2)],
    ["a page of results", JSON.stringify({ tickets: lines, next_page: null })],
    ["a page over several lines", JSON.stringify({ tickets: lines, count: 2 }, null, 2)],
  ])("may be %s", async (_, text) => {
    expect(await decodeAll(caseJsonl, text, [11])).toMatchObject(expected);
    expect(recogniseFormat(new TextEncoder().encode(text))?.name).toBe("case-jsonl");
  });

  it("loses a line that is not a case, by its number, and no other", async () => {
    const text = '{"id":"a","csat":1}\nnope\n{"resourceSpans":[]}\n[1]\n{"id":"b","csat":5}\n';
    const items = await decodeAll(caseJsonl, text);
    expect(items.map((item) => place(item))).toEqual([
      "line 1",
      "!line 2",
      "!line 3",
      "!line 4, [0]",
      "line 5",
      "columns",
    ]);
  });
});

describe("instants", () => {
  it.each([
    ["2026-01-31T09:30:00.123456789+01:00", Date.UTC(2026, 0, 31, 8, 30) * 1000 + 123_456],
    ["2026-01-31t09:30:00z", Date.UTC(2026, 0, 31, 9, 30) * 1000],
    ["2026-01-31 09:30 -0530", Date.UTC(2026, 0, 31, 15, 0) * 1000],
    ["2026-01-31", Date.UTC(2026, 0, 31) * 1000],
    ["1769851800", 1_769_851_800e6],
    ["1769851800.5", 1_769_851_800_500_000],
    ["1769851800123", 1_769_851_800_123_000],
    ["1769851800123456", 1_769_851_800_123_456],
    ["1769851800123456789", 1_769_851_800_123_457],
    ["2199-12-31T23:59:59Z", Date.UTC(2199, 11, 31, 23, 59, 59) * 1000],
    ["1970-01-01", 0],
    ["1970-01-01T00:30:00+01:00", "outside"],
    ["2200-01-01", "outside"],
    ["2199-12-31T23:59:59-01:00", "outside"],
    ["0001-01-01T00:00:00", "outside"],
    ["1900-01-01", "outside"],
    ["+012026-01-31", "outside"],
    ["-2026-01-31", "outside"],
    ["1".repeat(22), "outside"],
    ["9".repeat(400), "outside"],
    ["-1769851800", "outside"],
    ["1e+21", "outside"],
    ["1.5e300", "outside"],
    ["9999-12-31", "never"],
    ["9999-12-31 00:00:00", "never"],
    ["9999-12-31T23:59:59.999+02:00", "never"],
    ["253402300799", "never"],
    ["253402300799999", "never"],
    ["253402214400000000", "never"],
    ["2026-02-30", null],
    ["2026-13-01 10:00", null],
    ["2026-01-31 25:00", null],
    ["31/01/2026", null],
    ["12", null],
    ["now", null],
  ])("%s is %s", (written, instant) => {
    const parsed = parseInstant(written);
    if (typeof parsed !== "number" || typeof instant !== "number") expect(parsed).toBe(instant);
    else expect(Math.abs(parsed - instant)).toBeLessThanOrEqual(1);
  });
});

function place(item: Awaited<ReturnType<typeof decodeAll>>[number]): string {
  if (item.type === "columns") return "columns";
  return item.type === "reject" ? `!${item.reject.place}` : item.place;
}

const forms: readonly Format[] = [caseCsv, caseJsonl];

describe("recognising", () => {
  it.each([
    { level: "info", message: "sent", request_id: "r-1", user_id: "u-1", timestamp: "2026-10-01" },
    { levelname: "ERROR", msg: "refused", id: 7, type: "http", created: 1_790_000_000 },
    { id: 3, created_at: "2026-10-01", role: "user", message: "hi", conversation_id: "c-0" },
  ])("takes a log in JSON for no cases, and says what it is: %j", (entry) => {
    const head = Buffer.from(`${JSON.stringify(entry)}\n`);
    expect(recogniseFormat(head)).toBeNull();
    expect(explainUnknown(head)).toMatch(/ log in JSON/u);
  });

  it("takes a case with its first message for a case", () => {
    const message = { role: "user", content: "Where is my parcel?" };
    const ticket = { id: 3, created_at: "2026-10-01", status: "closed", message };
    expect(recogniseFormat(Buffer.from(`${JSON.stringify(ticket)}\n`))).toBe(caseJsonl);
  });

  it.each(["", "hello\nworld\n", "a,b\n1,2\n", '{"a":1}\n', "%PDF-1.7", "\u0000\u0001id,customer"])(
    "leaves %j alone",
    (text) => {
      const head = new TextEncoder().encode(text);
      expect(forms.filter((format) => format.recognise(head))).toEqual([]);
      expect(recogniseFormat(head)).toBeNull();
    },
  );
});
