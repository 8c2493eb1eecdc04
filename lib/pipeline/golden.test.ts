import { describe, expect, it } from "vitest";
import {
  compareGolden,
  deriveGolden,
  readGoldenRecord,
  writeGoldenRecord,
} from "@/lib/testing/golden-record";

/** Set by `npm run golden`, which writes the record anew unless the version must be raised first. */
const isWriting = process.env["THROUGHLINE_GOLDEN"] === "write";

it("what is derived of the golden export changes with the version of derivation alone", async () => {
  const now = await deriveGolden();
  const difference = compareGolden(readGoldenRecord(), now);
  if (isWriting && difference?.mustRaise === false) writeGoldenRecord(now);
  else if (difference !== null) throw new Error(difference.message);
});

describe("the difference from the golden record", () => {
  const record = {
    version: "9f0c tone@1",
    digest: "a",
    ...{ masker: 1, masked: "m" },
    cases: { "C-1": { "spans as read": "1", row: "1" }, "C-2": { "spans as read": "1", row: "1" } },
  };
  const other = { "spans as read": "1", row: "2" };

  it("is none where nothing differs", () => {
    expect(compareGolden(record, record)).toBeNull();
  });

  it("names each section and its cases, and asks for another version", () => {
    const now = { ...record, digest: "b", cases: { "C-1": other, "C-3": other } };
    const difference = compareGolden(record, now);
    expect(difference?.mustRaise).toBe(true);
    expect(difference?.message).toMatch(
      / raise deriveCaseVersion .*\n {2}row: C-1, C-2, C-3\n {2}spans as read: C-2, C-3$/u,
    );
  });

  it("asks for another version of the masker where texts are masked otherwise", () => {
    const now = { ...record, masked: "n" };
    expect(compareGolden(record, now)).toMatchObject({
      mustRaise: true,
      message: expect.stringMatching(/ raise maskerVersion /u) as unknown,
    });
    expect(compareGolden(record, { ...now, masker: 2 })?.mustRaise).toBe(false);
  });

  it("asks for a record alone once the version is another, and where spans are read otherwise", () => {
    const raised = { ...record, version: "9f0c tone@2" };
    expect(compareGolden(record, raised)).toMatchObject({
      mustRaise: false,
      message: expect.stringMatching(/version of derivation/u) as unknown,
    });
    const read = { ...record.cases, "C-1": { "spans as read": "2", row: "2" } };
    expect(compareGolden(record, { ...record, digest: "b", cases: read })).toMatchObject({
      mustRaise: false,
      message: expect.stringMatching(/new spans changed/u) as unknown,
    });
  });
});
