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

  it.each<[string, readonly string[]]>([
    [
      "case,channels\na,chat\n",
      [
        "golden.csv: is neither JSON Lines nor a table with the column id; name the columns in its first row.",
      ],
    ],
    [
      "hello\n",
      [
        "golden.csv: is neither JSON Lines nor a table with the column id and channels; name the columns in its first row.",
      ],
    ],
    [
      "id,channels,mood,persona.\na,chat,good,x\n",
      [
        'golden.csv, line 1: has the column "mood"; it can be id, cluster, stratum, expected, situation, source, channels, scenario, persona, or a field such as persona.age.',
        'golden.csv, line 1: has the column "persona."; it can be id, cluster, stratum, expected, situation, source, channels, scenario, persona, or a field such as persona.age.',
      ],
    ],
    [
      "id,channels,id\na,chat,b\n",
      ['golden.csv, line 1: has the column "id" twice; rename or delete one.'],
    ],
    [
      "id,channels\na,chat,voice\n",
      [
        "golden.csv, line 2: has 3 values for 2 columns; put values that hold the separator in quotes.",
      ],
    ],
    ['id,channels\n"a,chat\n', ["golden.csv, line 2: has a quote that is not closed; close it."]],
    [
      "id,channels,persona.age\na,chat,\n\nb,pigeon,\n,chat,\nc,,\nd,chat,40\na,sms,\n",
      [
        "golden.csv, line 4: channels.0: is no channel; it can be voice, chat, email, sms, social, in_app.",
        "golden.csv, line 5: id: is missing; state it.",
        "golden.csv, line 6: channels: is missing; state it.",
        "golden.csv, line 7: persona.name: is missing; state it.",
      ],
    ],
    ["id,channels\na,chat\na,sms\n", ["golden.csv, line 3: the same id as in line 2."]],
    ["id,channels\n", ["golden.csv holds no rows."]],
  ])("%j is refused as a whole", (text, sentences) => {
    expect(refusal(text)).toEqual(sentences);
  });
});

describe("a cohort's JSON Lines", () => {
  it("are refused with a sentence for each bad line, and many in short", () => {
    const bad =
      '{"id":1,"channels":"chat"}\n{"id":"b","channels":[]}\n[\n{"id":"c","channels":["chat"]}\n';
    expect(refusal(bad)).toEqual([
      "golden.csv, line 1: id: must be text in quotes, not a number.",
      "golden.csv, line 2: channels: is empty; name at least one channel.",
      "golden.csv, line 3: is not JSON; write one object in { } on a line.",
    ]);
    const many = refusal("{}\n".repeat(54));
    expect(many).toHaveLength(21);
    expect(many.at(-1)).toBe("golden.csv: and 34 more lines like these.");
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
      "golden.csv, line 1: opening.0: must be fields in { }, not text.",
      "golden.csv, line 2: opening.0.text: is empty.",
      "golden.csv, line 3: persona.fields.tags: must be text in quotes, not a list.",
      "golden.csv, line 4: scenario: must be fields in { }, not a number.",
    ]);
  });
});
