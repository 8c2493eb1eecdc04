import { describe, expect, it } from "vitest";
import type { Upload } from "@/lib/domain/settings/upload";
import { uploadEnd } from "./record-upload";

const upload: Omit<Upload, "state"> = {
  id: "0".repeat(32),
  name: "a.jsonl",
  bytes: 12,
  startUs: 1,
  atUs: 2,
};

describe("what the audit tells of an uploaded file", () => {
  it("is nothing while it is under way", () => {
    expect(uploadEnd({ ...upload, state: { kind: "deriving" } })).toBeNull();
  });

  it("is how much was kept and not kept, under the id of its beginning", () => {
    const counts = {
      overwritten: 0,
      differing: 0,
      accepted: 5,
      duplicate: 2,
      rejected: 1,
      erased: 0,
      expired: 0,
      records: 0,
      events: 0,
    };
    const state = {
      kind: "done",
      batch: 1,
      refusals: 1,
      cases: 3,
      oneSided: 0,
      replays: 0,
      leftProduction: 0,
      columns: null,
      ...counts,
    } as const;
    expect(uploadEnd({ ...upload, state })).toMatchObject({
      actor: "server",
      target: upload.id,
      after: { bytes: 12, isRead: true, kept: 5, knownAlready: 2, notKept: 1, records: 0 },
    });
  });

  it("is without the words of a failure or the file's name", () => {
    const entry = uploadEnd({ ...upload, state: { kind: "failed", sentence: "Ada's line 3" } });
    expect(entry).toMatchObject({ after: { bytes: 12, isRead: false } });
    expect(JSON.stringify(entry)).not.toMatch(/Ada|jsonl/u);
  });
});
