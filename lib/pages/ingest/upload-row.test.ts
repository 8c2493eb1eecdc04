import { describe, expect, it } from "vitest";
import type { Upload } from "@/lib/domain/settings/upload";
import { prepareUploads, type SentFile } from "./upload-row";

const sent = (state: SentFile["state"]): SentFile => ({
  id: "a",
  name: "export.jsonl",
  bytes: 104_857_600,
  startUs: 5,
  state,
});
const upload = (state: Upload["state"], id = "a"): Upload => ({
  id,
  name: "export.jsonl",
  bytes: 104_857_600,
  startUs: 5,
  atUs: 6,
  state,
});
const done = {
  kind: "done",
  batch: 7,
  accepted: 48_211,
  duplicate: 0,
  overwritten: 0,
  differing: 0,
  rejected: 0,
  erased: 0,
  expired: 0,
  refusals: 0,
  records: 0,
  events: 0,
  cases: 431,
  oneSided: 0,
  replays: 0,
  leftProduction: 0,
  columns: null,
} as const;

const rows = (files: readonly SentFile[], uploads: readonly Upload[], atMs = 0) =>
  prepareUploads(files, { uploads, atMs });
const words = (files: readonly SentFile[], uploads: readonly Upload[], atMs = 0) =>
  rows(files, uploads, atMs).map((row) => row.words);

describe("the list of uploads", () => {
  it("goes by what the browser knows while it sends", () => {
    const sending = sent({ kind: "sending", bytes: 52_428_800 });
    const [row] = rows([sending], [upload({ kind: "sending", bytes: 40_000_000 })]);
    expect(row).toMatchObject({ words: "Sending 52 of 105 MB", share: 0.5, canCancel: true });
  });

  it("goes by what the server says from then on", () => {
    const over = sent({ kind: "sent", atMs: 100 });
    expect(words([over], [upload({ kind: "reading", bytes: 9_900_000 })])).toEqual([
      "Reading 9.9 of 105 MB",
    ]);
    expect(words([over], [upload({ kind: "deriving" })])).toEqual([
      expect.stringContaining("deriving"),
    ]);
  });

  it("keeps a sent file until the server has spoken, and no longer", () => {
    const over = sent({ kind: "sent", atMs: 100 });
    expect(words([over], [], 99)).toEqual([expect.stringContaining("Waiting")]);
    expect(words([over], [], 101)).toEqual([]);
  });

  it("leaves out what was cancelled, also where the server has not heard of it yet", () => {
    expect(words([sent({ kind: "cancelled" })], [upload({ kind: "sending", bytes: 1 })])).toEqual(
      [],
    );
  });

  it("shows what another page sends, without a way to cancel it", () => {
    const [row] = rows([], [upload({ kind: "sending", bytes: 0 })]);
    expect(row).toMatchObject({ words: "Sending 0.0 of 105 MB", canCancel: false });
  });

  it("has the latest first", () => {
    const later = { ...upload(done, "b"), startUs: 9 };
    expect(rows([sent({ kind: "queued" })], [later]).map(({ id }) => id)).toEqual(["b", "a"]);
  });
});

describe("a file that is done", () => {
  it("says what it brought", () => {
    const [row] = rows([], [upload(done)]);
    expect(row).toMatchObject({
      words: "Done",
      tone: "pass",
      counts: ["48,211 spans accepted", "0 duplicate", "0 rejected", "in 431 cases"],
      rejects: null,
      isNews: true,
    });
  });

  it("says nothing of spans where it held records alone", () => {
    const [row] = rows([], [upload({ ...done, accepted: 0, records: 2, cases: 2 })]);
    expect(row?.counts).toEqual(["2 CRM records", "in 2 cases"]);
    const columns = {
      read: [{ name: "Ticket ID", field: "case id" }],
      unread: Array.from({ length: 14 }, (_, at) => `C${String(at)}`),
    };
    const [table] = rows([], [upload({ ...done, accepted: 0, records: 2, cases: 2, columns })]);
    expect(table?.counts.slice(2)).toEqual([
      "read: Ticket ID as case id",
      "not read: C0, C1, C2, C3, C4, C5, C6, C7, C8, C9, C10, C11, 2 more",
    ]);
  });

  it("leads to what was refused", () => {
    const [row] = rows([], [upload({ ...done, rejected: 3, refusals: 2, records: 1 })]);
    expect(row?.words).toBe("Done, parts refused");
    expect(row?.counts).toContain("1 CRM record");
    expect(row?.rejects).toEqual({ label: "2 reasons", href: "/ingest?batch=7#rejects" });
  });

  it("says so when all of it was known", () => {
    const [row] = rows([], [upload({ ...done, accepted: 0, duplicate: 9, cases: 0 })]);
    expect(row).toMatchObject({
      words: expect.stringContaining("nothing new") as string,
      isNews: false,
    });
  });

  it("says in a sentence why it failed", () => {
    const [row] = rows([], [upload({ kind: "failed", sentence: "The input is empty." })]);
    expect(row).toMatchObject({ words: "The input is empty.", tone: "fail", isUnderWay: false });
  });
});
