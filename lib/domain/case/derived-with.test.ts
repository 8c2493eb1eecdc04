import { describe, expect, it } from "vitest";
import { areJudgedAlike, compareVersions, writeDerivedWith } from "./derived-with";

const version = (
  core: string,
  evaluators: Readonly<Record<string, number>>,
  intents: string | null = null,
  rules: readonly string[] = [],
) => writeDerivedWith({ core, rules, intents, evaluators: new Map(Object.entries(evaluators)) });

const nothing = { kind: "parts", judged: [], added: [], areIntentsChanged: false };

describe("compareVersions", () => {
  it("says which evaluators were raised, taken away or added", () => {
    const before = version("c", { tone: 1, pii: 2, kept: 3 });
    const after = version("c", { tone: 2, kept: 3, fresh: 1 });
    expect(compareVersions(before, after)).toEqual({
      kind: "parts",
      judged: ["pii", "tone"],
      added: ["fresh"],
      areIntentsChanged: false,
    });
  });

  it("finds nothing between equal versions, whatever the order of their evaluators", () => {
    const before = version("c", { tone: 1, pii: 2 });
    expect(before).toBe(version("c", { pii: 2, tone: 1 }));
    expect(compareVersions(before, before)).toEqual(nothing);
  });

  it("says that another model infers intents, or one, or none", () => {
    const [none, one, other] = [null, "0a", "0b"].map((model) => version("c", { tone: 1 }, model));
    const changed = { ...nothing, areIntentsChanged: true };
    expect(compareVersions(none ?? "", one ?? "")).toEqual(changed);
    expect(compareVersions(one ?? "", other ?? "")).toEqual(changed);
    expect(compareVersions(one ?? "", none ?? "")).toEqual(changed);
    expect(compareVersions(one ?? "", one ?? "")).toEqual(nothing);
  });

  it("says which disclosure rules stay where only rules differ", () => {
    const judged = (rules: readonly string[], tone = 1) => version("c", { tone }, "0a", rules);
    const before = judged(["s", "a", "b"]);
    expect(compareVersions(before, judged(["s", "b", "n"]))).toEqual({
      kind: "rules",
      kept: new Set(["s", "b"]),
    });
    expect(compareVersions(before, judged(["s", "b", "a"]))).toMatchObject({ kind: "rules" });
    expect(compareVersions(before, before)).toEqual(nothing);
    expect(compareVersions(before, judged(["s"], 2))).toEqual({ kind: "everything" });
    expect(areJudgedAlike(before, judged(["s", "a", "b"], 2))).toBe(true);
    expect(areJudgedAlike(before, judged(["s", "a"]))).toBe(false);
    expect(areJudgedAlike(version("c", { tone: 1 }), before)).toBe(true);
  });

  it.each([version("d", { tone: 1 }), "0123456789abcdef", ""])(
    "takes everything for other: %s",
    (before) => {
      expect(compareVersions(before, version("c", { tone: 1 }))).toEqual({ kind: "everything" });
    },
  );
});
