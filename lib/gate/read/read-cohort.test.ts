import { describe, expect, it } from "vitest";
import { readCohort } from "./read-cohort";

const read = (text: string) => readCohort({ name: "golden.csv", text }, "golden").items;
/** The sentences about a file that is refused. */
function refusal(text: string): readonly string[] {
  try {
    read(text);
  } catch (error) {
    return (error instanceof Error ? error.message : "").split("\n");
  }
  return [];
}

describe("a cohort's table", () => {
  const table = [
    "Id,Channels,Expected,Cluster,Stratum,Persona,Persona.Age,Scenario,Situation",
    'r-2,"chat, Phone",refunded by Friday,c-1,refund,Dana,41,refund,"Paid twice, wants one back"',
    "r-1,chat > voice,,,,,,,",
  ].join("\r\n");

  it("is read like the same cases in JSON Lines", () => {
    const lines = [
      '{"id":"r-1","channels":["voice","chat"]}',
      '{"id":"r-2","channels":["voice","chat"],"expected":"refunded by Friday","cluster":"c-1","stratum":"refund","persona":{"name":"Dana","fields":{"age":41}},"scenario":"refund","situation":"Paid twice, wants one back"}',
    ].join("\n");
    expect(read(table)).toEqual(read(lines));
    expect(read(`\uFEFF${table}`)).toEqual(read(lines));
    expect(read(table)[1]).toMatchObject({
      channels: ["chat", "voice"],
      persona: { name: "Dana", fields: { age: "41" } },
      scenario: { name: "refund", fields: {} },
    });
  });

  it.each([";", "\t", "|"])("may have its values separated by %j", (delimiter) => {
    const text = ["id", "channels", "expected"].join(delimiter);
    const row = ["a", "sms+e-mail", "told"].join(delimiter);
    expect(read(`${text}\n${row}\n`)).toEqual([
      { id: "a", channels: ["email", "sms"], cluster: null, stratum: null, expected: "told" },
    ]);
  });

  it.each<[string, readonly RegExp[]]>([
    ["case,channels\na,chat\n", [/^golden\.csv: .* column id;/u]],
    ["hello\n", [/^golden\.csv: .* column id and channels;/u]],
    [
      "id,channels,mood,persona.\na,chat,good,x\n",
      [/, line 1: .*"mood"; .* id, cluster, stratum, /u, /, line 1: .*"persona\."; /u],
    ],
    ["id,channels,id\na,chat,b\n", [/, line 1: .*"id" twice/u]],
    ["id,channels\na,chat,voice\n", [/, line 2: .*3 values for 2 columns/u]],
    ['id,channels\n"a,chat\n', [/, line 2: .*quote .*not closed/u]],
    [
      "id,channels,persona.age\na,chat,\n\nb,pigeon,\n,chat,\nc,,\nd,chat,40\na,sms,\n",
      [
        /, line 4: channels\.0: .*voice, chat, email, sms, social, in_app\.$/u,
        /, line 5: id: .*missing/u,
        /, line 6: channels: .*missing/u,
        /, line 7: persona\.name: .*missing/u,
      ],
    ],
    ["id,channels\na,chat\na,sms\n", [/, line 3: .*same id .*line 2/u]],
    ["id,channels\n", [/no rows/u]],
  ])("%j is refused as a whole", (text, problems) => {
    expect(refusal(text)).toEqual(problems.map((each) => expect.stringMatching(each) as string));
  });
});

describe("a cohort's JSON Lines", () => {
  it("are refused with a sentence for each bad line, and many in short", () => {
    const bad =
      '{"id":1,"channels":"chat"}\n{"id":"b","channels":[]}\n[\n{"id":"c","channels":["chat"]}\n';
    expect(refusal(bad)).toEqual([
      expect.stringMatching(/, line 1: id: .*text .*number/u),
      expect.stringMatching(/, line 2: channels: .*empty/u),
      expect.stringMatching(/, line 3: .*not JSON/u),
    ]);
    const many = refusal("{}\n".repeat(54));
    expect(many).toHaveLength(21);
    expect(many.at(-1)).toMatch(/^golden\.csv: .*34 more/u);
  });

  it("are refused where a field has a name that would not be kept", () => {
    const sentence = (line: number) =>
      `golden.csv, line ${String(line)}: has a field named __proto__; give it another name.`;
    const lines = [
      '{"id":"a","channels":["chat"],"persona":{"name":"Dana","fields":{"__proto__":"41"}}}',
      '{"id":"b","channels":["chat"],"actions":[{"tool":"refund","arguments":{"at":[{"__proto__":1}]}}]}',
    ];
    expect(refusal(lines.join("\n"))).toEqual([sentence(1), sentence(2)]);
    expect(refusal("id,channels,persona,persona.__proto__\na,chat,Dana,41\n")).toEqual([
      sentence(2),
    ]);
  });

  it("are refused where what is replayed cannot be read", () => {
    const row = (more: object) => JSON.stringify({ id: "a", channels: ["chat"], ...more });
    expect(
      refusal(
        [
          row({ opening: ["hello"] }),
          row({ opening: [{ channel: "chat", text: "" }] }),
          row({ persona: { name: "Dana", fields: { tags: ["a"] } } }),
          row({ scenario: 7 }),
        ].join("\n"),
      ),
    ).toEqual([
      expect.stringMatching(/, line 1: opening\.0: .*fields .*text/u),
      expect.stringMatching(/, line 2: opening\.0\.text: .*empty/u),
      expect.stringMatching(/, line 3: persona\.fields\.tags: .*text .*list/u),
      expect.stringMatching(/, line 4: scenario: .*fields .*number/u),
    ]);
  });
});
