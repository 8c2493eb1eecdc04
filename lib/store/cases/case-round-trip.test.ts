import { describe, expect, it } from "vitest";
import type { DerivedCase, Evidence, Score, ScoreTarget } from "@/lib/domain/case/case";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { caseRow } from "@/lib/analytics/rows/case-row";
import { noFindings } from "@/lib/analytics/rows/case-findings";
import {
  derivedCase,
  derivedInteraction,
  derivedMessage,
  firstUs,
} from "@/lib/testing/derived-case";
import { enqueueOutdated, storeCases, withMemoryStore } from "@/lib/testing/memory-store";
import { listCaseIds } from "../spans/export-rows";
import { readCase } from "./read-case";
import { writeCases } from "./write-case";
import { readColumn, readValue } from "@/lib/testing/read-values";

const quote: Evidence = { message: 1, start: 2, end: 5 };

const targets: readonly ScoreTarget[] = [
  { kind: "case" },
  { kind: "interaction", ordinal: 1 },
  { kind: "handoff", ordinal: 0 },
  { kind: "message", ordinal: 2 },
  { kind: "span", span: "trace/span" },
];

const scores: readonly Score[] = targets.flatMap((target, index) => [
  {
    evaluator: `e${String(index)}`,
    version: index,
    target,
    verdict: { status: "scored", value: 0.25, because: "Why.", evidence: [quote] },
  },
  {
    evaluator: "imported",
    version: "imported",
    target,
    verdict: { status: "not-applicable", because: "Nothing to judge." },
  },
  {
    evaluator: "e",
    version: 2,
    target,
    verdict: { status: "not-scorable", because: "Stripped." },
  },
]);

/** A case in which every field says something. */
const full: DerivedCase = derivedCase({
  messages: [
    derivedMessage({
      text: "Käse 💶 <PHONE:0123456789abcdef>",
      spans: ["a/b", "c/d"],
      promptName: "support-core",
      promptVersion: "v1",
      model: "m",
    }),
    derivedMessage({
      ordinal: 1,
      speaker: "agent",
      agentKind: "ai",
      agentId: "bot",
      text: "",
      toolCalls: [{ id: null, name: "refund", args: "{}" }],
    }),
    derivedMessage({
      ordinal: 2,
      interaction: 1,
      speaker: "tool",
      text: "ok",
      tool: { name: "refund", args: "{}", isError: true },
    }),
  ],
  interactions: [
    derivedInteraction({ interactionId: "i-1", agentKinds: ["ai", "human"], agentIds: ["bot"] }),
    derivedInteraction({ ordinal: 1, channel: "voice", isTouchpoint: false, strippedCount: 3 }),
  ],
  handoffs: [
    {
      ordinal: 0,
      fromInteraction: 0,
      toInteraction: 1,
      kind: "channel-switch",
      isChannelChanged: true,
      fromKind: "ai",
      toKind: "human",
      initiator: "customer",
      gapUs: 7,
      toTeam: null,
      atMessage: 2,
    },
  ],
  scores,
  reopenedUs: firstUs + 5,
  closure: {
    method: "customer_confirm",
    evidence: "confirmed",
    because: "The customer said so.",
    quotes: [quote, { span: "a/b" }],
  },
  csat: 4.5,
  mergedInto: "C-9",
  releases: ["r1", "r2"],
  teams: ["Loss", 'Care, "late"'],
  caseEvents: [
    { name: "sla_due", atUs: firstUs, dueUs: firstUs + 9 },
    { name: "sla_paused", atUs: firstUs + 1, reason: "waiting on customer" },
  ],
  findings: [{ code: "several-customers-in-case", detail: "Two customers." }],
  usage: {
    ...{ modelCalls: 3, inputTokens: 1200, outputTokens: 80, modelCostUsd: 0.021, modelUs: 9 },
    ...{ modelCostEstimatedUsd: 0.004, slowestCallUs: 4, firstTokenUs: 2, slowestFirstTokenUs: 3 },
  },
  failures: [
    { kind: "tool", tool: "refund", model: null, prompt: "core@v1", error: "HTTP 503" },
    { kind: "llm", tool: null, model: "m", prompt: null, error: null },
  ],
});

const bare: DerivedCase = derivedCase({
  customerId: null,
  caseType: null,
  intent: null,
  risk: null,
  region: null,
  messages: [],
  interactions: [],
  openedUs: null,
  lastContactUs: null,
  closing: null,
  spanCount: 0,
});

describe("a stored case", () => {
  it.each([
    ["says everything", full],
    ["says nothing", bare],
  ])("comes back as it was derived where it %s", async (_, derived) => {
    await withMemoryStore(async (db) => {
      await storeCases(db, [derived]);
      const stored = await readCase(db, "C-1");
      expect(stored?.derived).toEqual(derived);
      expect(stored?.row).toEqual({
        ...caseRow(derived, defaultSettings, noFindings),
        agentKinds: [...new Set(derived.interactions.flatMap((each) => each.agentKinds))],
        repeatUs: null,
        repeatCaseId: null,
      });
    });
  });

  it("is replaced whole, and its key stays", async () => {
    await withMemoryStore(async (db) => {
      await storeCases(db, [full]);
      const before = await keys();
      await storeCases(db, [derivedCase()]);
      expect((await readCase(db, "C-1"))?.derived).toEqual(derivedCase());
      expect(await keys()).toEqual(before);

      function keys(): Promise<unknown> {
        return db.read((connection) => readColumn(connection, "SELECT id FROM cases"));
      }
    });
  });

  it("leaves no row behind where nothing is left of it", async () => {
    await withMemoryStore(async (db) => {
      await storeCases(db, [full]);
      const entry = await enqueueOutdated(db, "case", "C-1");
      await writeCases(db, [{ entry, rows: null }], { mergeRevision: 0, nowUs: 1 });
      expect(await listCaseIds(db)).toEqual([]);
      const tables = [
        "messages",
        "interactions",
        "handoffs",
        "scores",
        "case_knowledge",
        "case_search",
      ];
      for (const table of tables) {
        const count = await db.read((connection) =>
          readValue(connection, `SELECT count(*) FROM ${table}`),
        );
        expect({ table, count }).toEqual({ table, count: 0 });
      }
    });
  });

  it("is null where it was never stored", async () => {
    await withMemoryStore(async (db) => {
      expect(await readCase(db, "C-1")).toBeNull();
    });
  });
});
