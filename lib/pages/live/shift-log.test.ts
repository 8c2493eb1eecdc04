import { expect, it } from "vitest";
import type { CaseActRow } from "@/lib/domain/people/audit";
import { shiftLog } from "./shift-log";

const atUs = 1_767_600_000_000_000;
const names = new Map([
  ["p-1", "Ada"],
  ["p-2", "Ben"],
]);
const act = (seq: number, after: object, overrides: Partial<CaseActRow> = {}): CaseActRow => ({
  ...{ seq, atUs: atUs + seq, actor: "p-1", action: "case-attended", target: "C-1" },
  ...{ after: JSON.stringify(after), ...overrides },
});

it("says who did what with which case, the latest first, with the words of a note", () => {
  const rows = [
    act(6, { kind: "case-handled", isHandled: true }),
    act(5, { kind: "note-added" }, { action: "note-changed" }),
    act(4, { kind: "case-snoozed", untilUs: atUs + 3_600_000_000 }),
    act(3, { kind: "case-assigned", assignee: "p-2" }),
    act(2, { kind: "case-assigned", assignee: "p-1" }),
    act(1, { kind: "case-assigned", assignee: "p-9" }, { actor: "p-8" }),
  ];
  const note = { id: 1, caseId: "C-1", text: "Call her after lunch.", atUs: atUs + 7 };
  const notes = new Map([["C-1", [{ ...note, text: "Earlier.", atUs: atUs - 9 }, note]]]);
  const log = shiftLog(rows, { names, zone: "UTC", notes });
  expect(log.map(({ who, words, note: text }) => [who, words, text])).toEqual([
    ["Ada", "marked it as handled", null],
    ["Ada", "wrote a note", "Call her after lunch."],
    ["Ada", "snoozed it until Mon 5 Jan, 09:00", null],
    ["Ada", "gave it to Ben", null],
    ["Ada", "took it", null],
    ["Somebody", "gave it to somebody", null],
  ]);
});

it("leaves out what was tried and not kept, and only that", () => {
  const rows = [
    act(3, { was: "case-attended" }, { action: "not-kept" }),
    act(2, { kind: "case-handled", isHandled: true }),
    act(1, { kind: "case-handled", isHandled: true }),
    act(0, { kind: "note-removed" }, { action: "note-changed" }),
  ];
  const log = shiftLog(rows, { names, zone: "UTC", notes: new Map() });
  expect(log.map(({ key }) => key)).toEqual(["1"]);
});
