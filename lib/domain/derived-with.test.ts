import { describe, expect, it } from "vitest";
import { compareVersions, writeDerivedWith } from "./derived-with";

const version = (core: string, evaluators: Readonly<Record<string, number>>) =>
  writeDerivedWith({ core, evaluators: new Map(Object.entries(evaluators)) });

describe("compareVersions", () => {
  it("says which evaluators were raised, taken away or added", () => {
    const before = version("c", { tone: 1, pii: 2, kept: 3 });
    const after = version("c", { tone: 2, kept: 3, fresh: 1 });
    expect(compareVersions(before, after)).toEqual({
      kind: "evaluators",
      judged: ["pii", "tone"],
      added: ["fresh"],
    });
  });

  it("finds nothing between equal versions, whatever the order of their evaluators", () => {
    const before = version("c", { tone: 1, pii: 2 });
    expect(before).toBe(version("c", { pii: 2, tone: 1 }));
    expect(compareVersions(before, before)).toEqual({ kind: "evaluators", judged: [], added: [] });
  });

  it.each([version("d", { tone: 1 }), "0123456789abcdef", ""])(
    "takes everything for other: %s",
    (before) => {
      expect(compareVersions(before, version("c", { tone: 1 }))).toEqual({ kind: "everything" });
    },
  );
});
