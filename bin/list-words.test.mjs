import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "./tools/paths.mjs";
import { listWords } from "./tools/words.mjs";

it("prints what docs/words.txt holds", () => {
  const reviewed = readFileSync(join(root, "docs/words.txt"), "utf8");
  expect(listWords(), "run `npm run words -- --write` and review the diff").toBe(reviewed);
});
