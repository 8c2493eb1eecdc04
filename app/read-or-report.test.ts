import { afterEach, describe, expect, it, vi } from "vitest";
import { readOrReport } from "./read-or-report";

describe("readOrReport", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it("hands over what was read", async () => {
    expect(await readOrReport("cases", () => Promise.resolve(7))).toEqual({
      isRead: true,
      value: 7,
    });
  });

  it("logs the innermost cause under the number it gives back, and no message", async () => {
    const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const cause = Object.assign(new Error("Jane Doe"), { code: "SQLITE_CORRUPT" });
    const failure = new Error("Failed query: select … params: Jane Doe", { cause });
    const read = await readOrReport("cases", () => Promise.reject(failure));
    const requestId = read.isRead ? "" : read.requestId;
    expect(requestId).toMatch(/^[0-9a-f]{8}$/);
    const line = expect.stringMatching(
      new RegExp(`: Error \\(SQLITE_CORRUPT\\) \\(request ${requestId}, cases\\)\n$`, "u"),
    ) as string;
    expect(log.mock.calls).toEqual([[line]]);
  });
});
