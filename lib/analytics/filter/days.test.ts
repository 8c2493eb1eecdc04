import { expect, it } from "vitest";
import { readDays, writeDays } from "./days";

it("writes a day or several, and reads only what it writes", () => {
  for (const text of ["2026-11-02", "2024-02-29..2024-03-01"]) {
    expect(writeDays(readDays(text) ?? { from: 0, to: 0 })).toBe(text);
  }
  const others = ["", "2026-02-30", "2026-11-02..2026-11-01", "2026-11-02..2026-11-02", "today"];
  for (const text of [...others, "2026-11-02..x", "2026-1-2", "1..2..3"]) {
    expect(readDays(text)).toBeNull();
  }
});
