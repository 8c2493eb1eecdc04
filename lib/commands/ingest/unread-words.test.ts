import { afterAll, expect, it } from "vitest";
import { unreadWordsLines } from "@/lib/format/ingest/unread-words";
import { asLines, otlpRequest } from "@/lib/testing/spans/otlp";
import { createScratch } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";

const scratch = createScratch();
afterAll(() => scratch.remove());

const startUs = Date.parse("2026-10-10T09:00:00Z") * 1000;

/** Spans of one case, a second apart. */
function sent(attributes: readonly Readonly<Record<string, string>>[]): string {
  const spans = attributes.map((each, at) => ({
    ...{ traceId: "c".repeat(32), spanId: String(at + 1).padStart(16, "0"), name: "turn" },
    startUs: startUs + at * 1_000_000,
    attributes: { case_id: "C-1", ...each },
  }));
  return asLines([otlpRequest(spans)]);
}

it("names the keys with text where no words were read", async () => {
  const said = ["Where is my parcel?", "It left on Monday.", "Can I have it on Sunday?"];
  const file = scratch.file(
    "turns.jsonl",
    sent(said.map((text) => ({ "bot.heard": text, "bot.said": `Let me see: ${text}` }))),
  );
  const { code, stdout } = await runCommand(["ingest", file], { data: scratch.folder() });
  expect(code).toBe(0);
  const keyed = (key: string, by: "customer" | "agent") => ({
    key,
    spans: 3,
    roleKeys: [],
    guess: { by },
  });
  const keys = [keyed("bot.heard", "customer"), keyed("bot.said", "agent")];
  for (const line of unreadWordsLines(1, { spans: 3, keys, roles: [] }))
    expect(stdout).toContain(line);
});

it("names the roles that nobody knows, and says nothing where both sides speak", async () => {
  const words = (role: string) => [
    { "message.role": role, "message.content": "I need an appointment." },
    { "message.role": "assistant", "message.content": "On which day?" },
  ];
  const data = scratch.folder();
  const unknown = scratch.file("unknown.jsonl", sent(words("patient")));
  const roles = [{ role: "patient", messages: 1, example: "" }];
  const { stdout } = await runCommand(["ingest", unknown], { data });
  for (const line of unreadWordsLines(0, { spans: 0, keys: [], roles }))
    expect(stdout).toContain(line);
  const known = scratch.file("known.jsonl", sent(words("customer")));
  const ingested = await runCommand(["ingest", known], { data: scratch.folder() });
  expect(ingested.stdout).not.toMatch(/Settings|don’t know/u);
});
