import { afterAll, describe, expect, it } from "vitest";
import { asLines, otlpRequest } from "@/lib/testing/spans/otlp";
import { createScratch } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";

const scratch = createScratch();
afterAll(() => scratch.remove());

const startMs = Date.parse("2026-10-10T09:00:00Z");
const startUs = startMs * 1000;

type ExportedCase = { readonly case_id: string; readonly opened: string | null };
type ExportedMessage = { readonly case: string; readonly at: string; readonly text: string };

/** Commands on one data folder, empty at first. */
function openFolder() {
  const data = scratch.folder();
  const rows = async <Row>(...args: string[]) =>
    (await runCommand(["export", ...args], { data })).stdout
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Row);
  return {
    ingest: (name: string, content: string, ...args: string[]) =>
      runCommand(["ingest", scratch.file(name, content), ...args], { data }),
    cases: () => rows<ExportedCase>("cases"),
    messages: () => rows<ExportedMessage>("messages"),
  };
}

/** Twenty spans of one case. @param unitOf a time in the exporter's unit, from milliseconds */
function sentAt(unitOf: (ms: number) => string): string {
  const spans = Array.from({ length: 20 }, (_, at) => ({
    ...{ traceId: "c".repeat(32), spanId: String(at + 1).padStart(16, "0"), name: "message" },
    startTimeUnixNano: unitOf(startMs + at * 1000),
    endTimeUnixNano: unitOf(startMs + at * 1000 + 500),
    attributes: Object.entries({
      "message.role": at % 2 === 0 ? "customer" : "agent",
      "message.content": `Words ${String(at)}`,
      case_id: "T-1",
    }).map(([key, stringValue]) => ({ key, value: { stringValue } })),
  }));
  return `${JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans }] }] })}\n`;
}

describe("times in another unit than nanoseconds", () => {
  it("are read by their magnitude, and the corrected spans are the same case", async () => {
    const folder = openFolder();
    const wrong = await folder.ingest("ms.jsonl", sentAt(String));
    expect(wrong.stdout).toContain("20 accepted, 0 duplicate, 0 rejected");
    const times = async () => (await folder.messages()).map(({ at }) => at);
    const expected = Array.from({ length: 20 }, (_, at) =>
      new Date(startMs + at * 1000).toISOString(),
    );
    expect(await times()).toEqual(expected);
    await folder.ingest(
      "ns.jsonl",
      sentAt((ms) => `${String(ms)}000000`),
      "--replace",
    );
    expect(await times()).toEqual(expected);
    expect((await folder.cases()).map(({ case_id }) => case_id)).toEqual(["T-1"]);
  });

  it("are refused where no unit makes them a time, and no case of 1970 counts", async () => {
    const folder = openFolder();
    const wrong = await folder.ingest(
      "zero.jsonl",
      sentAt((ms) => String(ms - startMs + 1)),
    );
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toContain("0 accepted, 0 duplicate, 20 rejected");
    expect(wrong.stdout).toContain("2000 to 2199");
    expect(await folder.cases()).toEqual([]);
    await folder.ingest(
      "ns.jsonl",
      sentAt((ms) => `${String(ms)}000000`),
    );
    expect(await folder.cases()).toEqual([expect.objectContaining({ case_id: "T-1" })]);
  });
});

describe("a file that is no trace", () => {
  it("is a log, which is refused by name and makes no case", async () => {
    const folder = openFolder();
    const entry = { level: "info", time: "2026-10-10T09:00:00Z", id: "r-1", msg: "request done" };
    const wrong = await folder.ingest("log.jsonl", `${JSON.stringify(entry)}\n`.repeat(5));
    expect([wrong.code, wrong.stdout]).toEqual([1, expect.stringContaining("a log in JSON")]);
    expect(await folder.cases()).toEqual([]);
    await folder.ingest(
      "ns.jsonl",
      sentAt((ms) => `${String(ms)}000000`),
    );
    expect(await folder.cases()).toHaveLength(1);
  });

  it("is a table whose columns are named as read and not read, each file for itself", async () => {
    const folder = openFolder();
    const wrong = await folder.ingest("wrong.csv", "Nummer,Lage\n17,zu\n18,zu\n");
    expect(wrong.stdout).toContain("no column of its first row names the case");
    expect(await folder.cases()).toEqual([]);

    const opened = "2026-10-09T09:00:00.000Z";
    for (const [name, content, read, notRead] of [
      [
        "salesforce.csv",
        "CaseNumber,CreatedDate,ContactId,Favourite\n00001026,2026-10-09T09:00:00.000+0000,003xx,blue\n",
        "read: CaseNumber as case id, ContactId as customer id, CreatedDate as opened",
        "not read: Favourite",
      ],
      [
        "zendesk.csv",
        "Ticket ID,Created at,Mood\nZ-7,2026-10-09 09:00:00 +0000,good\n",
        "read: Ticket ID as case id, Created at as opened",
        "not read: Mood",
      ],
      [
        "intercom.jsonl",
        `${JSON.stringify({ conversation_id: "I-9", created_at: Date.parse(opened) / 1000, mood: "good" })}\n`,
        "read: conversation_id as case id, created_at as opened",
        "not read: mood",
      ],
    ] as const) {
      const { code, stdout } = await folder.ingest(name, content);
      expect([name, code, stdout]).toEqual([name, 0, expect.stringContaining("1 CRM record")]);
      expect(stdout).toContain(read);
      expect(stdout).toContain(notRead);
    }
    expect((await folder.cases()).map((each) => [each.case_id, each.opened])).toEqual([
      ["00001026", opened],
      ["I-9", opened],
      ["Z-7", opened],
    ]);
  });
});

it("messages in eight languages keep their ordinary words, from the file to what is exported", async () => {
  const said: Readonly<Record<string, string>> = {
    de: "Guten Tag, ich bin seit Montag ohne Internet und möchte mein Geld zurück.",
    en: "Good morning, I have had no internet since Monday and want my money back.",
    es: "Buenos días, quiero saber por qué mi pedido todavía no ha llegado.",
    fr: "Bonjour, je voudrais savoir pourquoi ma commande n'est toujours pas arrivée.",
    it: "Buongiorno, vorrei sapere perché il mio ordine non è ancora arrivato.",
    nl: "Goedemiddag, ik ben al drie dagen zonder internet en wil mijn geld terug.",
    pl: "Dzień dobry, od poniedziałku nie działa mi internet i proszę o zwrot pieniędzy.",
    pt: "Bom dia, gostaria de saber por que o meu pedido ainda não chegou.",
  };
  const spans = Object.entries(said).map(([language, text], at) => ({
    ...{ traceId: String(at + 1).repeat(32), spanId: String(at + 1).repeat(16), name: "message" },
    startUs: startUs + at * 60_000_000,
    attributes: { "message.role": "customer", "message.content": text, case_id: `L-${language}` },
  }));
  const folder = openFolder();
  await folder.ingest("languages.jsonl", asLines([otlpRequest(spans)]));
  const read = (await folder.messages()).map((each) => [each.case.slice(2), each.text]);
  expect(Object.fromEntries(read)).toEqual(said);
});
