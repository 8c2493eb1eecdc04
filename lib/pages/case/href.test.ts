import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseHref } from "./href";
import { idOfSegment } from "@/lib/format/id-segment";

function throughTheAddress(caseId: string): string | null {
  const url = new URL(caseHref(caseId), "http://localhost");
  const [, folder, segment = "", ...rest] = url.pathname.split("/");
  return folder === "cases" && rest.length === 0 ? idOfSegment(segment) : null;
}

describe("caseHref", () => {
  it.each(["C-1", "a/b", "100%", "%2F", "ü 名", "?x=1#y", "..", ".", "~..", "~", "a\\b", "\u0000"])(
    "brings %j through an address unchanged",
    (caseId) => {
      expect(throughTheAddress(caseId)).toBe(caseId);
    },
  );

  it("brings any well-formed id through an address unchanged", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", minLength: 1 }),
        (caseId) => throughTheAddress(caseId) === caseId,
      ),
    );
  });

  it("gives an address to an id with half a surrogate pair", () => {
    expect(throughTheAddress("a\uD800b")).toBe("a\uFFFDb");
  });

  it("says that a broken percent-encoding is no id", () => {
    expect(idOfSegment("%E0%A4%A")).toBeNull();
  });
});
