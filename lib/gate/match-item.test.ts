import { describe, expect, it } from "vitest";
import { createMatchItem } from "./match-item";
import { noMapping } from "./read/read-mapping";

const items = [{ id: "one" }, { id: "two", source: "C-2" }, { id: "C-3" }];
const nothing = { traceId: "t", items: [], sessions: [], cases: [], repeat: null };
const mapping = {
  items: new Map([
    ["t", { item: "one", repeat: 2 }],
    ["s", { item: "two", repeat: null }],
    ["call-9", { item: "two", repeat: null }],
    ["C-8", { item: "strange", repeat: null }],
  ]),
};
const match = createMatchItem(items, mapping);
const unmapped = createMatchItem(items, noMapping);
const is = (item: string, repeat = 1, by = "id") => ({ kind: "item", item, repeat, by });
const none = (why: string) => ({ kind: "none", why });

describe("which item a trace is a replay of", () => {
  it("is the one that it names itself, whatever is mapped, under its own repeat", () => {
    expect(match({ ...nothing, items: ["two"], repeat: 3 })).toEqual(is("two", 3));
  });

  it("is else the one that the mapping names for it, its session, case or call", () => {
    expect(match(nothing)).toEqual(is("one", 2));
    const other = { ...nothing, traceId: "u", repeat: 4 };
    expect(match({ ...other, sessions: ["s"], cases: ["C-3"] })).toEqual(is("two", 4));
    expect(match({ ...other, items: ["call-9"] })).toEqual(is("two", 4));
  });

  it("is else the one that is like what its file says of it", () => {
    const joined = new Map([
      ["made", { kind: "item", item: "one" }],
      ["twin", { kind: "none", why: "is of a situation, and no item of the cohort is" }],
    ] as const);
    const like = createMatchItem(items, noMapping, joined);
    expect(like({ ...nothing, items: ["made"], repeat: 2 })).toEqual(is("one", 2, "words"));
    expect(like({ ...nothing, items: ["twin"], cases: ["C-2"] })).toEqual(
      none(expect.stringMatching(/ situation, .* twin$/u) as string),
    );
  });

  it("is else the one whose source or id its case is", () => {
    expect(unmapped({ ...nothing, cases: ["C-2"] })).toEqual(is("two"));
    expect(unmapped({ ...nothing, cases: ["C-3"] })).toEqual(is("C-3"));
  });

  it("is none where it names several, another cohort's, or nothing", () => {
    expect(unmapped({ ...nothing, items: ["one", "two"] })).toEqual(none("is of one and two"));
    expect(unmapped({ ...nothing, cases: ["C-2", "C-3"] })).toEqual(none("is of two and C-3"));
    expect(unmapped({ ...nothing, items: ["x"] })).toEqual(
      none(expect.stringMatching(/ x, .*no item/u) as string),
    );
    expect(match({ ...nothing, traceId: "u", cases: ["C-8"] })).toEqual(
      none(expect.stringMatching(/ strange, .*no item/u) as string),
    );
    expect(unmapped({ ...nothing, cases: ["C-7"] })).toEqual(
      none(expect.stringMatching(/no item, .*C-7/u) as string),
    );
    expect(unmapped(nothing)).toEqual(none(expect.stringMatching(/no item .*no case/u) as string));
  });

  it("is any item that is named where the cohort is not known", () => {
    const free = createMatchItem(null, noMapping);
    expect(free({ ...nothing, items: ["anything"] })).toEqual(is("anything"));
    expect(free({ ...nothing, cases: ["C-2"] })).toMatchObject({ kind: "none" });
  });
});
