import { describe, expect, it } from "vitest";
import type { Decision } from "@/lib/domain/case/decision";
import {
  addDecision,
  readCaseDecisions,
  removeDecision,
} from "@/lib/store/decisions/case-decisions";
import { isCaseWaiting } from "@/lib/store/cases/case-reach";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { addNote, readNotes, removeNote } from "@/lib/store/decisions/notes";
import { readCase } from "@/lib/store/cases/read-case";
import { asLines, otlpRequest, type OtlpRequest, type PlainSpan } from "@/lib/testing/spans/otlp";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { planContactMove } from "./changes/plan-contact-move";

const startUs = 1_767_600_000_000_000;
const hourUs = 3_600_000_000;
const traceId = "a".repeat(32);

/** One trace with a chat and, below one of the chat's spans, an SMS; and a second case with a trace of its own. */
const shared = otlpRequest([
  span("1", { case_id: "C-1", channel: "chat", "session.id": "chat-1" }),
  messageSpan("2", "1", 1, "My line is down."),
  span("3", { channel: "sms", "session.id": "sms-1" }, "2", 5),
  messageSpan("4", "3", 6, "Your engineer is on the way."),
  messageSpan("5", "3", 7, "Great, thanks."),
]);
const other = otlpRequest([
  { ...span("1", { case_id: "C-2", channel: "voice" }), traceId: "b".repeat(32) },
  { ...messageSpan("2", "1", 1, "Where is my router?"), traceId: "b".repeat(32) },
]);
const merge: Decision = {
  kind: "merge",
  subject: { kind: "case" },
  fromCaseId: "C-1",
  toCaseId: "C-2",
  overrides: [{ kind: "merge", fromCaseId: "C-1", toCaseId: "C-2" }],
};

describe("a decision about a case", () => {
  it("moves one contact out of several that share a trace, and nothing else", async () => {
    await withCases(async (workspace) => {
      expect(await contactsOf(workspace, "C-1")).toEqual(["chat 1", "sms 2"]);
      const move = await split(workspace);
      expect({ ...move, overrides: move.overrides.length }).toEqual({
        channel: "sms",
        startUs: startUs + 5 * hourUs,
        traces: 1,
        spans: 3,
        messages: 2,
        overrides: 1,
      });
      expect(await contactsOf(workspace, "C-1")).toEqual(["chat 1"]);
      expect(await contactsOf(workspace, "C-1-2")).toEqual(["sms 2"]);
      expect(await contactsOf(workspace, "C-2")).toEqual(["voice 1"]);
    });
  });

  it.each([
    ["a split", split],
    ["a merge", (workspace: TestWorkspace) => decide(workspace, merge)],
  ])("that was taken back leaves everything as if it had never been: %s", async (_, change) => {
    await withCases(async (workspace) => {
      const before = await workspace.digest();
      await change(workspace);
      expect(await workspace.digest()).not.toBe(before);
      const [decision] = await readCaseDecisions(workspace.db, null, "C-1");
      expect(await removeDecision(workspace.db, decision?.id ?? 0, startUs)).toBe(true);
      expect(await isCaseWaiting(workspace.db, "C-1")).toBe(true);
      expect(await workspace.digest()).toBe(before);
      expect(await isCaseWaiting(workspace.db, "C-1")).toBe(false);
      expect(await readCaseDecisions(workspace.db, null, "C-1")).toEqual([]);
      expect(await removeDecision(workspace.db, decision?.id ?? 0, startUs)).toBe(false);
    });
  });

  it("gives the same whether it was taken before the spans came or after", async () => {
    const digests: string[] = [];
    const decision = await withCases(async (workspace) => {
      const move = await split(workspace);
      digests.push(await workspace.digest());
      return splitDecision(move.overrides);
    });
    await withTestWorkspace(async (workspace) => {
      await addDecision(workspace.db, decision, startUs);
      await workspace.ingest(asLines([other, shared]));
      digests.push(await workspace.digest());
    });
    expect(digests[1]).toBe(digests[0]);
  });

  it("is detached while nothing that it names is stored", async () => {
    await withTestWorkspace(async (workspace) => {
      const overrides = [{ kind: "reassign", traceId, spanId: "3", toCaseId: "C-1-2" }] as const;
      await addDecision(workspace.db, splitDecision(overrides), startUs);
      await addDecision(workspace.db, merge, startUs + 1);
      expect(await detachedOf(workspace, "C-1")).toEqual([true, true]);
      await workspace.ingest(asLines([other]));
      await workspace.derive();
      expect(await detachedOf(workspace, "C-1")).toEqual([true, true]);
      await workspace.ingest(asLines([shared]));
      await workspace.derive();
      expect(await detachedOf(workspace, "C-1")).toEqual([true, false]);
    });
  });

  it("is refused for a contact that is not there as it was shown, or is all there is", async () => {
    await withCases(async ({ db }) => {
      const moved = planContactMove(
        { db, scope: null },
        { caseId: "C-1", ordinal: 1, startUs },
        "C-3",
      );
      await expect(moved).rejects.toThrow(/has changed/);
      const only = planContactMove(
        { db, scope: null },
        { caseId: "C-2", ordinal: 0, startUs },
        "C-3",
      );
      await expect(only).rejects.toThrow(/only contact/);
    });
  });
});

describe("a note on a case", () => {
  it("survives rebuilds and merges until it is removed", async () => {
    await withCases(async (workspace) => {
      const { db } = workspace;
      await addNote(db, { caseId: "C-1", text: "Called the depot." }, startUs);
      await addNote(db, { caseId: "C-2", text: "Same household." }, startUs + 1);
      await decide(workspace, merge);
      const notes = await readNotes(db, null, "C-2");
      expect(notes.map(({ caseId, text }) => `${caseId}: ${text}`)).toEqual([
        "C-1: Called the depot.",
        "C-2: Same household.",
      ]);
      expect(await removeNote(db, notes[0]?.id ?? 0)).toBe(true);
      expect(await removeNote(db, notes[0]?.id ?? 0)).toBe(false);
      expect(await readNotes(db, null, "C-1")).toEqual([]);
    });
  });
});

function withCases<T>(work: (workspace: TestWorkspace) => Promise<T>): Promise<T> {
  return withTestWorkspace(async (workspace) => {
    await workspace.ingest(asLines([shared, other] satisfies OtlpRequest[]));
    await workspace.derive();
    return work(workspace);
  });
}

async function split(workspace: TestWorkspace) {
  const contact = { caseId: "C-1", ordinal: 1, startUs: startUs + 5 * hourUs };
  const move = await planContactMove({ db: workspace.db, scope: null }, contact, "C-1-2");
  await decide(workspace, splitDecision(move.overrides));
  return move;
}

function splitDecision(overrides: Decision["overrides"]): Decision {
  const subject = { kind: "contact", channel: "sms", startUs } as const;
  return { kind: "split", subject, fromCaseId: "C-1", toCaseId: "C-1-2", overrides };
}

async function decide({ db, derive }: TestWorkspace, decision: Decision): Promise<void> {
  await addDecision(db, decision, startUs);
  await derive();
}

async function detachedOf({ db }: TestWorkspace, caseId: string): Promise<boolean[]> {
  return (await readCaseDecisions(db, null, caseId)).map(({ isDetached }) => isDetached);
}

async function contactsOf({ db }: TestWorkspace, caseId: string): Promise<string[]> {
  expect(await listCaseIds(db)).toContain(caseId);
  const stored = await readCase(db, caseId);
  return (stored?.derived.interactions ?? []).map(
    ({ channel, messageCount }) => `${channel} ${String(messageCount)}`,
  );
}

function span(
  spanId: string,
  attributes: NonNullable<PlainSpan["attributes"]>,
  parent?: string,
  hour = 0,
): PlainSpan {
  return {
    traceId,
    spanId: spanId.padStart(16, "0"),
    ...(parent !== undefined && { parentSpanId: parent.padStart(16, "0") }),
    name: "agent",
    startUs: startUs + hour * hourUs,
    attributes,
  };
}

function messageSpan(spanId: string, parent: string, hour: number, text: string): PlainSpan {
  const attributes = { "message.role": "customer", "message.content": text };
  return { ...span(spanId, attributes, parent, hour), name: "message" };
}
