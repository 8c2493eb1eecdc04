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

  it("logs the innermost cause under the number it gives back, never a query's parameters", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const cause = new Error("database disk image is malformed");
    const failure = new Error("Failed query: select … params: Jane Doe", { cause });
    const read = await readOrReport("cases", () => Promise.reject(failure));
    const requestId = read.isRead ? "" : read.requestId;
    expect(requestId).toMatch(/^[0-9a-f]{8}$/);
    expect(log.mock.calls).toEqual([
      [`request ${requestId}: reading cases failed: Error: database disk image is malformed`],
    ]);
  });
});
