import { expect, it } from "vitest";
import { caseSortKeys } from "@/lib/analytics/filter/cases-query";
import { sortOrderWords, sortWords } from "./words/sort";

it("says of every order what comes first", () => {
  for (const key of caseSortKeys) {
    const [up, down] = [sortOrderWords(key, "asc"), sortOrderWords(key, "desc")];
    expect(new Set([sortWords[key], up, down]).size, key).toBe(3);
  }
  expect(sortOrderWords("last_contact", "desc")).toBe("newest first");
  expect(sortOrderWords("worst_score", "asc")).toBe("worst first");
});
