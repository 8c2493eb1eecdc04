import { expect, it } from "vitest";
import { targetWords } from "./target-words";

it.each([
  ["pack-made", "/disclosures/samples/3", "sample 3"],
  ["pack-made", "C-1047", null],
  // A case may be named like that.
  ["pack-made", "/disclosures/samples/3/4", null],
  ["sample-signed-off", "12", "sample 12"],
  ["finding-reviewed", "12", null],
  ["tampered", "12", null],
] as const)("names the target of %s, %s: %s", (action, target, words) => {
  expect(targetWords({ action, target })).toBe(words);
});
