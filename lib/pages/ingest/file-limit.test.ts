import { expect, it } from "vitest";
import { fileLimit } from "./file-limit";

it.each([
  [4_000_000_000, "4 GB"],
  [1_550_000_000, "1.5 GB"],
  [250_000_000, "250 MB"],
  [10_000, "0.01 MB"],
])("says of %d bytes that they are %s", (bytes, words) => {
  expect(fileLimit(bytes)).toBe(words);
});
