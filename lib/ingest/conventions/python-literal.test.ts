import { describe, expect, it } from "vitest";
import { parsePython } from "./python-literal";

describe("what Python printed", () => {
  it.each([
    [
      `{'a': None, 'b': [True, -1.5, 2e3], 'c': ('x', "it's")}`,
      { a: null, b: [true, -1.5, 2000], c: ["x", "it's"] },
    ],
    [`['a\\n\\'b\\'', u'\\u00e9\\x41', 'c' 'd']`, ["a\n'b'", "éA", "cd"]],
    [`[Part(text='hi')]`, [{ text: "hi", type: "part" }]],
    [
      `Note(role=<Role.USER: 'user'>, words=[], at=datetime.datetime(2026, 1, 2, tzinfo=None))`,
      { role: "user", words: [], at: "datetime.datetime(2026, 1, 2, tzinfo=None)", type: "note" },
    ],
    [`UserPromptPart(content='hi')`, { content: "hi", part_kind: "user-prompt" }],
    [`HumanMessage(content='hi')`, { content: "hi", type: "HumanMessage" }],
    [`[Block(type='text', text='hi')]`, [{ type: "text", text: "hi" }]],
    [
      `{'tool': <Tool object at 0x7f>, 'id': UUID('12'), 'kind': Kind.OPEN}`,
      { tool: "<Tool object at 0x7f>", id: "12", kind: "OPEN" },
    ],
    [
      `content='hi' additional_kwargs={} id='r1'`,
      { content: "hi", additional_kwargs: {}, id: "r1" },
    ],
    [`[{'role': 'user', 'content': 'Is it op`, [{ role: "user", content: "Is it op" }]],
    [`{'a', 'b'}`, ["a", "b"]],
  ])("%s is its value", (text, value) => {
    expect(parsePython(text)).toEqual(value);
  });

  it.each([
    "Hello (again)",
    "{'a' is what I typed",
    "[Order] please",
    "Order(s) are late",
    "content='x' is in the file",
    "'quoted'",
    '{"a": nothing}',
    "['a'] and so on",
    "It('s",
    "",
  ])("%s is text", (text) => {
    expect(parsePython(text)).toBeUndefined();
  });
});
