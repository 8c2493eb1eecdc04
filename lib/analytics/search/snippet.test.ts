import { expect, it } from "vitest";
import { segmentText } from "@/lib/format/segment-text";
import { findHits, searchPatterns } from "./find-hits";
import { snippetOf } from "./snippet";
import { splitAtHits } from "./split-at-hits";

function snippet(text: string, search: string): string {
  const hits = findHits(text, searchPatterns(search));
  return snippetOf({ speaker: "customer", text }, hits)
    .map(({ raw, masked, hit }) => {
      const shown = masked === null ? raw : masked.type;
      return hit === null ? shown : `[${shown}]`;
    })
    .join("");
}

const mask = "<PHONE:3f9a3f9a3f9a3f9a>";

it("cuts at words, keeps masked values whole, and is one line", () => {
  const long = "words that go on and on ".repeat(40);
  const found = snippet(`${long}my ${mask}\nrefund ${long}`, "refund");
  expect(found).toMatch(/^….*my PHONE \[refund\] words that .*…$/u);
  expect(found).not.toMatch(/<PHONE|\n/u);
  expect(found.length).toBeLessThan(260);
});

it("splits quotes and never masked values at what was found", () => {
  const text = `call ${mask} now`;
  const segments = segmentText(text, [{ ref: 1, start: 0, end: text.length }]);
  const split = splitAtHits(segments, findHits(text, searchPatterns('"call phone"')));
  expect(split.map(({ raw, hit, isHitStart, starts }) => [raw, hit, isHitStart, starts])).toEqual([
    ["call ", 1, true, [1]],
    [mask, 1, false, []],
    [" now", null, false, []],
  ]);
});
