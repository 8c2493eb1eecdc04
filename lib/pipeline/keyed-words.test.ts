import { describe, expect, it } from "vitest";
import { defaultSettings, type Settings } from "@/lib/domain/settings/settings";
import { readCase } from "@/lib/store/cases/read-case";
import { writeSettings } from "@/lib/store/decisions/decisions";
import { otlpRequest, type OtlpRequest } from "@/lib/testing/spans/otlp";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { statement } from "@/lib/store/port";
import { readColumn } from "@/lib/testing/read-values";

const startUs = Date.parse("2026-10-10T09:00:00Z") * 1000;

type Sent = { readonly name?: string; readonly attributes: Record<string, unknown> };

/** One case's spans, a second apart. @param digit of the trace's id */
function requestOf(caseId: string, digit: string, spans: readonly Sent[]): OtlpRequest {
  return otlpRequest(
    spans.map(({ name = "turn", attributes }, at) => ({
      ...{ traceId: digit.repeat(32), spanId: `${digit}${String(at + 1).padStart(15, "0")}` },
      ...{ name, startUs: startUs + at * 1_000_000 },
      attributes: { case_id: caseId, ...attributes },
    })),
  );
}

/** Words under keys of a maker's own: a turn with both sides, and messages with a role beside. */
const requests = [
  requestOf("C-1", "1", [
    { attributes: { "bot.heard": "Where is my parcel?", "bot.said": "With Maria Schmidt." } },
    { attributes: { "bot.heard": "My mail is ann@example.com", "bot.said": "Thank you, Ann." } },
    { attributes: { "http.url": "https://example.com/a b", "bot.state": "done" } },
  ]),
  requestOf("C-2", "2", [
    { attributes: { "utt.who": "caller", "utt.text": "I want my money back." } },
    { attributes: { "utt.who": "Concierge", "utt.text": "What is your PIN?" } },
    { attributes: { "utt.who": "guest", "utt.text": "4 5 6 7" } },
    { attributes: { "utt.text": "nobody says this" } },
  ]),
  requestOf("C-3", "3", [
    { attributes: { "message.role": "patient", "message.content": "I need an appointment." } },
    { attributes: { "message.role": "nurse_bot", "message.content": "On which day?" } },
  ]),
];

const settings: Settings = {
  ...defaultSettings,
  wordKeys: {
    "bot.said": { by: "agent" },
    "bot.heard": { by: "customer" },
    "utt.text": { by: "role", roleKey: "utt.who" },
  },
  roleSpeakers: { patient: "customer", guest: "customer", concierge: "agent" },
};

describe("words under keys of the settings", () => {
  it("and who speaks in a role are read of stored spans as they would have been from the start", async () => {
    const fromTheStart = await withTestWorkspace(async (workspace) => {
      await writeSettings(workspace.db, settings);
      await workspace.ingestRequests(requests.toReversed());
      return [await workspace.digest(), await transcripts(workspace), await findings(workspace)];
    });
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(requests);
      await workspace.derive();
      expect(await transcripts(workspace)).toEqual({
        "C-1": [],
        "C-2": [],
        "C-3": ["agent: I need an appointment.", "agent: On which day?"],
      });
      expect(await findings(workspace)).toEqual([{ code: "unknown-role", count: 2 }]);
      await writeSettings(workspace.db, settings);
      expect([
        await workspace.digest(),
        await transcripts(workspace),
        await findings(workspace),
      ]).toEqual(fromTheStart);
      expect(await transcripts(workspace)).toEqual({
        "C-1": [
          "customer: Where is my parcel?",
          "agent: With <PERSON>.",
          "customer: My mail is <EMAIL>",
          "agent: Thank you, <PERSON>.",
        ],
        "C-2": ["customer: I want my money back.", "agent: What is your PIN?", "customer: <KEY>"],
        "C-3": ["customer: I need an appointment.", "agent: On which day?"],
      });
      expect(await findings(workspace)).toEqual([{ code: "unknown-role", count: 1 }]);
    });
  });

  it("are no words any more when the settings are changed back", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(requests.slice(1));
      const before = await workspace.digest();
      await writeSettings(workspace.db, settings);
      expect(await workspace.digest()).not.toBe(before);
      await writeSettings(workspace.db, defaultSettings);
      expect(await workspace.digest()).toBe(before);
      expect(await findings(workspace)).toEqual([{ code: "unknown-role", count: 2 }]);
    });
  });

  it("are masked as words are, in the stored attributes too", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(requests);
      await workspace.derive();
      expect(await storedText(workspace)).toContain("Maria Schmidt");
      await writeSettings(workspace.db, settings);
      await workspace.derive();
      const stored = await storedText(workspace);
      expect(stored).not.toContain("Schmidt");
      expect(stored).not.toContain("ann@example.com");
    });
  });

  it("stand back behind words that a convention reads, and never fill a tool's span", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests([
        requestOf("C-4", "4", [
          {
            attributes: {
              "message.role": "user",
              "message.content": "Hello there.",
              "bot.heard": "Not this.",
              "bot.said": "Good morning.",
            },
          },
          {
            name: "execute_tool find",
            attributes: { "gen_ai.operation.name": "execute_tool", "bot.said": "No words." },
          },
          { attributes: { "message.role": "agent", "bot.said": "They were removed." } },
        ]),
      ]);
      await writeSettings(workspace.db, settings);
      await workspace.derive();
      expect((await transcripts(workspace))["C-4"]).toEqual([
        "customer: Hello there.",
        "agent: Good morning.",
        "tool: ",
        "agent: They were removed.",
      ]);
      expect(await findings(workspace)).toEqual([]);
    });
  });

  it("touch nothing where no span has them", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(requests.slice(0, 2));
      await workspace.derive();
      const wordKeys = { "nobody.says": { by: "agent" } } as const;
      await writeSettings(workspace.db, { ...defaultSettings, wordKeys });
      expect(await workspace.derive()).toEqual([]);
    });
  });
});

/** Each case's messages, pseudonyms by their types. */
async function transcripts({ db }: TestWorkspace): Promise<Record<string, string[]>> {
  const ids = await db.read((connection) =>
    readColumn<string>(connection, "SELECT case_id FROM cases ORDER BY case_id"),
  );
  const read = ids.map(async (caseId): Promise<[string, string[]]> => {
    const found = await readCase(db, caseId);
    const said = (found?.derived.messages ?? []).map(({ speaker, text }) => `${speaker}: ${text}`);
    return [caseId, said.map((line) => line.replace(/<([A-Z_]+):[^>]*>/g, "<$1>"))];
  });
  return Object.fromEntries(await Promise.all(read));
}

function storedText({ db }: TestWorkspace): Promise<string> {
  return db.read(async (connection) =>
    (
      await readColumn<string>(
        connection,
        "SELECT detail FROM spans UNION SELECT body FROM contents",
      )
    ).join("\n"),
  );
}

function findings({ db }: TestWorkspace): Promise<unknown[]> {
  return db.read((connection) =>
    statement<unknown[]>(
      connection,
      "SELECT code, count(*) AS count FROM span_findings GROUP BY code",
    ).all(),
  );
}
