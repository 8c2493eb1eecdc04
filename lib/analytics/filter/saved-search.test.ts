import { expect, it } from "vitest";
import { fromStoredSearch, toStoredSearch } from "./saved-search";

it("stores a view of Cases with its period, and opens it as it was saved", () => {
  for (const search of ["", "type=refund", "type=refund&period=all&sort=opened", "from=2026-05-01"])
    expect(fromStoredSearch("/cases", toStoredSearch("/cases", search))).toBe(search);
  expect(toStoredSearch("/cases", "type=refund")).toBe("type=refund&period=90d");
});

it("opens a view of Cases that was saved without a period with cases of any time", () => {
  expect(fromStoredSearch("/cases", "type=refund&colour=red")).toBe(
    "type=refund&colour=red&period=all",
  );
  expect(fromStoredSearch("/cases", "")).toBe("period=all");
});

it("leaves views of other pages as they are", () => {
  expect(toStoredSearch("/overview", "type=refund")).toBe("type=refund");
  expect(fromStoredSearch("/overview", "type=refund")).toBe("type=refund");
});
