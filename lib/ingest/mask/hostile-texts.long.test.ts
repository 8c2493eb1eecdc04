import { describe, expect, it } from "vitest";
import { maskEverywhere } from "@/lib/testing/hostile/mask-everywhere";
import { hostileTexts } from "@/lib/testing/hostile/texts";
import { testPseudonymise } from "@/lib/testing/test-pseudonymise";
import { findStretches } from "./find/find-stretches";
import { createTextMasker } from "./mask-text";
import { pieceMax } from "./tagger/read-in-pieces";

describe("masking comes to its end, and to what stands there", () => {
  it.each(hostileTexts)("$name", ({ of }) => {
    for (const masked of maskEverywhere(`${of(24_000)}\nMail jane.whitmore@acme.com.`))
      expect(masked).not.toContain("whitmore");
  });

  it("places what a later pass finds among many masks", () => {
    const text = "a b ".repeat(100_000);
    let pass = 0;
    const find = (masked: string) => {
      const pattern = pass === 0 ? /a/g : /b/g;
      pass += 1;
      if (pass > 2) return [];
      return [...masked.matchAll(pattern)].map(({ index }) => ({
        type: "KEY" as const,
        start: index,
        end: index + 1,
        value: "",
      }));
    };
    expect(findStretches(text, find, () => "<KEY>")).toHaveLength(text.length / 2);
  });
});

describe("a text longer than one piece", () => {
  const masker = createTextMasker(testPseudonymise);
  const filler = "We looked into the matter again and all is well.\n";
  const said = "Is that Jane Whitmore of 22 Beech Avenue speaking?\n";

  it("is masked to its end", () => {
    const text = filler.repeat(Math.ceil((3 * pieceMax) / filler.length)) + said;
    const { text: masked, found } = masker.mask(text, { requested: 0 });
    expect(found.map(({ type }) => type)).toEqual(["PERSON", "ADDRESS"]);
    expect(masked).not.toMatch(/Whitmore|Beech/);
  });

  it("is masked where its pieces meet", () => {
    for (let before = -said.length; before <= said.length; before += 10) {
      const start = filler.repeat(Math.ceil(pieceMax / filler.length)).slice(-(pieceMax + before));
      const { text: masked } = masker.mask(`${start}\n${said}${filler.repeat(9)}`, {
        requested: 0,
      });
      expect(masked).not.toMatch(/Whitmore|Beech/);
    }
  });
});
