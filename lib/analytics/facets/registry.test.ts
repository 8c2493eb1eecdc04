import { expect, it } from "vitest";
import { hostileIds } from "@/lib/testing/requests/hostile-ids";
import { facetEntry, facetNames } from "./registry";

it.each(facetNames)("words any value of %s as text, also one that every object has", (name) => {
  const { words, clause } = facetEntry(name);
  for (const value of hostileIds) {
    expect(words(value)).toBeTypeOf("string");
    expect(clause?.(value) ?? "").toBeTypeOf("string");
    expect(words(value)).not.toContain("[native code]");
  }
});
