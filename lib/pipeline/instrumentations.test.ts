import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { exportSpan, type ExportedSpan } from "@/lib/analytics/load/export-span";
import type { DerivedCase, Message } from "@/lib/domain/case/case";
import { loadCasePage } from "@/lib/pages/case/load";
import { defaultCaseQuery } from "@/lib/pages/case/url";
import { readCase } from "@/lib/store/cases/read-case";
import { listCaseIds, listTraceIds, readSpanReadings } from "@/lib/store/spans/export-rows";
import { allSpanReadings } from "./derive/all-span-readings";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";

/**
 * Bodies that the packages sent (versions in docs/instrumentations.md), without what says nothing
 * of the conversation: one refund case in three contacts, by each instrumentation.
 */
const nowUs = 1_796_000_000_000_000;
const folder = join(import.meta.dirname, "../testing/instrumentations");
const bodies = readdirSync(folder).map((file) => ({
  name: basename(file, ".jsonl"),
  body: readFileSync(join(folder, file), "utf8"),
}));

const call = 'refund_order {"order_id":"A-1001","amount":49.9}';
const refunded = '{"status":"refunded","refund_id":"R-77"}';
/** What the first call's tool or its next prompt says of the failure; the OpenAI and LiveKit agents hide it. */
const failures: Readonly<Record<string, string>> = {
  "openinference-openai-agents": "! An error occurred while running the tool. Please try again.",
  "openinference-openai-agents-chat":
    "! An error occurred while running the tool. Please try again.",
  "livekit-agents": "! An internal error occurred",
  "livekit-agents-voice": "! An internal error occurred",
  mastra: "! ledger is locked, try again",
  flue: "! ledger is locked, try again",
  "traceai-vercel-ai": "! ledger is locked, try again",
  "vercel-ai-6": "! ledger is locked, try again",
  // These spans do not say that the tool failed.
  genkit: ' {"error":"ledger is locked, try again"}',
  "google-adk": ` {"error":"Error in tool 'refund_order': ledger is locked, try again"}`,
  "openllmetry-openai": " Error: ledger is locked, try again",
  "openllmetry-openai-responses": " Error: ledger is locked, try again",
};

function transcriptOf(name: string): readonly string[] {
  const lines = [
    "chat customer: Hello, my parcel arrived broken. I want my money back for order A-1001.",
    `chat tool: ${call} =>${failures[name] ?? "! Error: ledger is locked, try again"}`,
    `chat tool: ${call} => ${refunded}`,
    "chat agent: Your refund of 49.90 EUR for order A-1001 has been submitted.",
    "email customer: Where is it? You said it was submitted.",
    "email agent: It arrives on your card within five days.",
    "chat customer: Thank you, it is here!",
    "chat agent: You are welcome. Goodbye!",
  ];
  return name.endsWith("-voice") ? lines.map((line) => line.replace(/^\w+/, "voice")) : lines;
}

const instructions = "You help customers with refunds. Answer as JSON with reply and confidence.";

describe.each(bodies)("a refund case as $name sends it", ({ name, body }) => {
  it("is one case with three contacts, each message once, and says why the tool failed", async () => {
    const { derived, systems } = await asSent(body);
    expect(linesOf(derived)).toEqual(transcriptOf(name));
    expect(derived.interactions.map(({ strippedCount }) => strippedCount)).toEqual([0, 0, 0]);
    expect(derived.customerId).not.toBeNull();
    const isSent = body.includes(instructions);
    expect(systems.some((system) => system?.includes(instructions))).toBe(isSent);
  });

  it("is exported span by span with the words that the transcript has", async () => {
    const { derived, exported, shown } = await asSent(body);
    const { messages } = derived;
    const words = exported.flatMap(({ input, output }) => [input, output].flatMap(textsOf));
    const cases = new Set(exported.map(({ case_id: caseId }) => caseId));
    expect(cases.size).toBe(1);
    for (const { text, tool } of messages) {
      if (tool?.isError === true) continue;
      expect(words.filter((each) => each.includes(text))).not.toEqual([]);
    }
    // A failed tool whose name its span does not state has none here.
    const tools = exported.filter(({ kind }) => kind === "tool");
    expect(tools.map((each) => each.tool_name ?? "refund_order")).toEqual(
      tools.map(() => "refund_order"),
    );
    expect(shown).toEqual(messages);
  });

  it("is the same case in whatever order its spans arrive", async () => {
    const whole = linesOf((await asSent(body)).derived);
    await withTestWorkspace(async (other) => {
      const [caseId = ""] = await ingestEach(other, spansOf(body).toReversed());
      const stored = await readCase(other.db, caseId);
      expect(stored === null ? null : linesOf(stored.derived)).toEqual(whole);
      expect(await other.digest()).toBe(await digestOf(spansOf(body)));
    });
  });
});

it("the same words are scored the same by whatever instrumentation they came", async () => {
  const byContact = new Map<number, number[]>();
  for (const { body } of bodies) {
    const { scores } = (await asSent(body)).derived;
    for (const { evaluator, target, verdict } of scores) {
      if (evaluator !== "conversation_resolution" || verdict.status !== "scored") continue;
      if (target.kind !== "interaction") continue;
      byContact.set(target.ordinal, [...(byContact.get(target.ordinal) ?? []), verdict.value]);
    }
  }
  // The second contact ends with an answer whose effect nobody knows.
  expect([...byContact.keys()]).toEqual([0, 2]);
  for (const values of byContact.values()) {
    expect(values).toHaveLength(bodies.length);
    expect(Math.max(...values) - Math.min(...values)).toBeLessThanOrEqual(0.02);
  }
});

type AsSent = {
  readonly derived: DerivedCase;
  /** The system prompts of its spans. */
  readonly systems: readonly (string | null)[];
  readonly exported: readonly ExportedSpan[];
  /** The messages on its page. */
  readonly shown: readonly Message[];
};

const known = new Map<string, Promise<AsSent>>();

/** What becomes of a body that comes as a whole: derived once, for all tests. */
function asSent(body: string): Promise<AsSent> {
  const found = known.get(body) ?? withTestWorkspace((workspace) => readAsSent(workspace, body));
  known.set(body, found);
  return found;
}

async function readAsSent(workspace: TestWorkspace, body: string): Promise<AsSent> {
  await workspace.ingest(body);
  const caseIds = await workspace.derive();
  expect(caseIds).toHaveLength(1);
  const [caseId = ""] = await listCaseIds(workspace.db);
  expect(caseIds).toEqual([caseId]);
  const stored = await readCase(workspace.db, caseId);
  if (stored === null) throw new Error("The case was not stored.");
  const seen = { path: workspace.db.path, scope: null };
  const page = await loadCasePage(seen, caseId, defaultCaseQuery, nowUs);
  const shown = page?.contacts.flatMap((contact) => contact.messages) ?? [];
  return {
    derived: stored.derived,
    systems: await systemsOf(workspace),
    exported: await exportedOf(workspace),
    shown: shown.map(({ message }) => message),
  };
}

async function ingestEach(
  workspace: TestWorkspace,
  spans: readonly object[],
): Promise<readonly string[]> {
  for (const span of spans) await workspace.ingest(JSON.stringify(span));
  return workspace.derive();
}

async function digestOf(spans: readonly object[]): Promise<string> {
  let digest = "";
  await withTestWorkspace(async (workspace) => {
    await ingestEach(workspace, spans);
    digest = await workspace.digest();
  });
  return digest;
}

/** Each span as a request of its own. */
function spansOf(body: string): readonly object[] {
  const { resourceSpans } = JSON.parse(body) as {
    resourceSpans: { scopeSpans: { scope: object; spans: object[] }[] }[];
  };
  return resourceSpans.flatMap(({ scopeSpans }) =>
    scopeSpans.flatMap(({ scope, spans }) =>
      spans.map((span) => ({ resourceSpans: [{ scopeSpans: [{ scope, spans: [span] }] }] })),
    ),
  );
}

function linesOf({ messages, interactions }: DerivedCase): readonly string[] {
  return messages.map(({ interaction, speaker, text, tool }) => {
    const channel = interactions[interaction]?.channel ?? "";
    if (tool === null) return `${channel} ${speaker}: ${text}`;
    return `${channel} ${speaker}: ${tool.name} ${tool.args} =>${tool.isError ? "!" : ""} ${text}`;
  });
}

async function exportedOf({ db }: TestWorkspace): Promise<readonly ExportedSpan[]> {
  const spans: ExportedSpan[] = [];
  for await (const page of allSpanReadings(db)) spans.push(...page.map(exportSpan));
  return spans;
}

/** What a span's side says; a structured reply's text unescaped. */
function textsOf(content: ExportedSpan["input"]): readonly string[] {
  if (content === null) return [];
  return typeof content === "string" ? [content] : content.map(({ content: text }) => text);
}

async function systemsOf({ db }: TestWorkspace): Promise<readonly (string | null)[]> {
  const systems: (string | null)[] = [];
  for (const traceId of await listTraceIds(db)) {
    const readings = await readSpanReadings(db, traceId, "", 1000);
    systems.push(...readings.map(({ system }) => system));
  }
  return systems;
}
