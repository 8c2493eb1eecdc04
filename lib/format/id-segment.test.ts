import { expect, it } from "vitest";
import { idInAddress, idSegment } from "./id-segment";

it.each(["C-1", "100%", "50%25", "%2F", "a/b?c#d", "..", "~x", "Zürich <b>", "__proto__"])(
  "an id is read from an address as it was: %s",
  (id) => {
    expect(idInAddress(`https://x.test/cases/${idSegment(id)}/pack?x=1`, 2)).toBe(id);
  },
);

it("an address that is not encoded names no id", () => {
  expect(idInAddress("https://x.test/cases/%E0%A4/pack", 2)).toBeNull();
  expect(idInAddress("https://x.test/", 2)).toBeNull();
});
