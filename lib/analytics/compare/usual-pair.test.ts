import { describe, expect, it } from "vitest";
import type { ArmOption } from "./arm-options";
import { usualPair } from "./usual-pair";

const option = (name: string, cases: number, firstUs: number, lastUs: number): ArmOption => ({
  ...{ name, cases, firstUs, lastUs },
});

describe("the pair to begin with", () => {
  it("is the two versions of one template that ran side by side on the most cases", () => {
    const options = [
      option("core@v7", 900, 0, 50),
      option("core@v8", 800, 50, 100),
      option("app@b", 60, 10, 100),
      option("app@a", 50, 20, 90),
      option("other@b", 40, 0, 100),
      option("other@a", 30, 0, 100),
    ];
    expect(usualPair(options, () => 8)).toEqual(["app@a", "app@b"]);
  });

  it("needs twenty cases of each, and for half of the shorter time together", () => {
    const followed = [option("core@v1", 30, 0, 20), option("core@v2", 30, 20, 40)];
    const found = (...beside: readonly ArmOption[]) =>
      usualPair([...beside, ...followed], () => 30)?.[0].split("@")[0];
    expect(found(option("p@a", 90, 0, 10), option("p@b", 20, 5, 15))).toBe("p");
    expect(found(option("p@a", 90, 0, 10), option("p@b", 19, 0, 10))).toBe("core");
    expect(found(option("p@a", 90, 0, 10), option("p@b", 20, 6, 15))).toBe("core");
    expect(found(option("p@a", 90, 0, 10), option("q@b", 90, 0, 10))).toBe("core");
  });

  it("is else two that follow each other, the earlier first, and one template before the most cases", () => {
    const options = [
      option("core@v10", 90, 50, 100),
      option("app@v1", 80, 0, 100),
      option("core@v9", 70, 0, 50),
    ];
    const none = () => 0;
    expect(usualPair(options, none)).toEqual(["core@v9", "core@v10"]);
    expect(usualPair(options.slice(0, 2), none)).toEqual(["app@v1", "core@v10"]);
    expect(usualPair(options.slice(0, 1), none)).toBeNull();
  });

  it("is else the latest two of which a kind of case has enough of both, or else a few", () => {
    const options = [1, 2, 3, 4].map((week) =>
      option(`r${String(week)}`, 90 - week, week * 10, week * 10 + 10),
    );
    const shared = (counts: Readonly<Record<string, number>>) => (one: string, other: string) =>
      counts[[one, other].sort().join(" ")] ?? 0;
    const few = { "r1 r2": 8, "r1 r3": 29, "r2 r3": 8, "r3 r4": 7 };
    expect(usualPair(options, shared(few))).toEqual(["r2", "r3"]);
    expect(usualPair(options, shared({ ...few, "r1 r2": 30 }))).toEqual(["r1", "r2"]);
    expect(usualPair(options, shared({ ...few, "r3 r4": 8 }))).toEqual(["r3", "r4"]);
  });

  it("is not two side by side of which no kind of case has a few of both", () => {
    const options = [
      option("app@b", 60, 10, 100),
      option("app@a", 50, 20, 90),
      option("core@v2", 40, 50, 100),
      option("core@v1", 40, 0, 50),
    ];
    const shared = (one: string) => (one.startsWith("core") ? 8 : 7);
    expect(usualPair(options, shared)).toEqual(["core@v1", "core@v2"]);
  });

  it("counts versions as people do", () => {
    const versions = [option("p@v10", 90, 0, 10), option("p@v9", 80, 0, 10)];
    expect(usualPair(versions, () => 30)).toEqual(["p@v9", "p@v10"]);
  });
});
