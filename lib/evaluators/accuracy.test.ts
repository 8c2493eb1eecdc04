import { expect, it } from "vitest";
import { accuracySchema } from "@/lib/domain/quality/accuracy";
import measured from "./accuracy.gen.json";

it("is what `npm run measure` writes, and every figure of it was measured on rows", () => {
  const accuracy = accuracySchema.parse(measured);
  expect(Object.keys(accuracy).length).toBeGreaterThan(0);
  for (const { sets } of Object.values(accuracy)) {
    expect(sets.every(({ rows, figures }) => rows > 0 && figures.length > 0)).toBe(true);
  }
});
