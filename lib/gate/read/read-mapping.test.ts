import { describe, expect, it } from "vitest";
import { DomainError } from "@/lib/domain/domain-error";
import { readMapping } from "./read-mapping";

const read = (text: string) => readMapping({ name: "map.csv", text });
const refusal = (text: string): string => {
  try {
    read(text);
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
  throw new Error("It was read.");
};
const itemsIn = (text: string) => Object.fromEntries(read(text).items);

describe("a mapping", () => {
  it("names an item by id, and a repeat where there are several", () => {
    expect(itemsIn('\uFEFFid,item,repeat\r\nt1, one ,\r\n"t,2",two,12\n\n')).toEqual({
      t1: { item: "one", repeat: null },
      "t,2": { item: "two", repeat: 12 },
    });
    expect(itemsIn("ITEM,Id\none,t1\n")).toEqual({ t1: { item: "one", repeat: null } });
  });

  it("names scenario or persona in its place", () => {
    const { items, described } = read("id,item,scenario,persona\na,one,refund,\nb,,refund,Ada\n");
    expect([...items.keys()]).toEqual(["a"]);
    expect(described).toEqual([
      {
        ...{ id: "b", scenario: { name: "refund", fields: {} } },
        persona: { name: "Ada", fields: {} },
      },
    ]);
  });

  it("is what a simulator's platform exports, of which other columns say nothing", () => {
    const csv =
      'ID,Timestamp,Scenario,Tone,Tone_reason\nc1,now,"Comma, and more",0.5,"two\nlines"\n';
    const scenario = { name: "Comma, and more", fields: {} };
    expect(read(csv)).toEqual({ items: new Map(), described: [{ id: "c1", scenario }] });
    const call = { call_execution_id: "c1", scenario_name: scenario.name, eval_outputs: {} };
    const runs = { execution_id: "e", call_results: { results: [call] } };
    for (const each of [runs, { status: true, result: runs }]) {
      expect(read(JSON.stringify(each, null, 2)).described).toEqual([{ id: "c1", scenario }]);
    }
  });

  it.each([
    ["nothing", "", /^map\.csv: .*no mapping; .*id,item/u],
    ["no columns", "t1,one\n", /: is no mapping/u],
    ["a column that it does not know", "id,item,colour\nt1,one,red\n", /: is no mapping/u],
    ["an open quote", 'id,item\n"t1,one\n', /: is no mapping/u],
    ["other JSON", '{"results":[]}', /: is no mapping/u],
    ["broken JSON", '{"call_results":', /: is no mapping/u],
    ["no rows", "id,item\n", /^map\.csv holds no rows/u],
    ["a row without an id", "id,item\n,one\n", /^map\.csv, line 2: id: .*missing/u],
    ["a row without an item", "id,item\nt1,\n", /line 2: .*no item;/u],
    ["a repeat that is none", "id,item,repeat\nt1,one,0\n", /line 2: repeat: .*whole/u],
    ["more values than columns", "id,item\nt1,one,2\n", /line 2: .*"column 3"/u],
    ["an id twice", "id,item\nt1,one\nt1,two\n", /line 3: .*same id .*line 2/u],
  ])("with %s is refused with its place", (_, text, words) => {
    expect(refusal(text)).toMatch(words);
  });
});
