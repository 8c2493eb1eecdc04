import {
  cardOf,
  count,
  makeMessage,
  nameOf,
  repeated,
  requestOf,
  requestOfText,
  scramble,
} from "../otlp.mjs";

/** Bodies with texts that are costly to read, mask or judge. */

const megabyte = 1_000_000;

/** Texts one after another until they have so many characters together. */
function* untilLength(characters, make) {
  for (let at = 0, length = 0; length < characters; at += 1) {
    const text = make(at);
    length += text.length;
    yield text;
  }
}

const personal = (at) => `${nameOf(at)} pays with ${cardOf(at)}, e-mail a${at}@example.com. `;

/** A body of one message. @param make pieces of its text, as they stand within quotation marks of JSON */
const message = (name, what, make) => ({
  name,
  what,
  bytes: ({ nowMs }) => requestOfText(make(), nowMs),
});

export const texts = [
  message("personal-20mb", "one message of 20 MB of names and card numbers", () =>
    untilLength(20 * megabyte, personal),
  ),
  message("personal-1mb", "one message of 1 MB of names and card numbers", () =>
    untilLength(megabyte, personal),
  ),
  message("x-8mb", "one message of 8 MB of x", () => repeated("x", 8 * megabyte)),
  message("backslashes", "one message of 10 MB of escaped backslashes", () =>
    repeated("\\\\", 5 * megabyte),
  ),
  message("unicode-escapes", "one message of 10 MB of \\u0041", () =>
    repeated("\\u0041", (10 * megabyte) / 6),
  ),
  message("emoji-5000000", "one message of 5 million emoji", () => repeated("😀", 5 * megabyte)),
  message("digits-1mb", "one message of 1 MB of digits", () =>
    untilLength(megabyte, (at) => String(scramble(at))),
  ),
  message("base64-20mb", "one message of 20 MB of base64", () =>
    count(20 * 16, (block) =>
      Buffer.from(
        Uint32Array.from({ length: 11_719 }, (_, at) => scramble(block * 20_000 + at)).buffer,
      ).toString("base64"),
    ),
  ),
  message("lines-1000000", "one message of a million lines", () =>
    count(megabyte, (at) => `Line ${at}\\n`),
  ),
  message("chinese-5mb", "one message of 5 MB of Chinese without a space", () =>
    untilLength((5 * megabyte) / 3, (at) => String.fromCodePoint(0x4e00 + (scramble(at) % 20_000))),
  ),
  message("lone-surrogates", "one message of a million NULs and lone surrogates", () =>
    repeated("\\u0000\\ud83d", megabyte / 2),
  ),
  message(
    "combining-marks",
    "one message of a million combining marks and changes of direction",
    () => repeated("a\u0301\u0323\u202e\u0489\u200d", megabyte / 6),
  ),
  message("tags-5mb", "one message of 5 MB of nested markup", () =>
    repeated('<div class=\\"a\\"><b>*_`[', (5 * megabyte) / 25),
  ),
  message("underscores", "an e-mail address and a million underscores", () => [
    "a@b.co",
    ...repeated("_", megabyte),
  ]),
  message("titles", '"may Dr. " 200,000 times', () => repeated("may Dr. ", 200_000)),
  message("open-brackets", '"(A" 500,000 times', () => repeated("(A", 500_000)),
  message("digits-then-letter", "a million times the digit 1, then a letter", () => [
    ...repeated("1", megabyte),
    "a",
  ]),
  message("emails-200000", "one message with 200,000 different e-mail addresses", () =>
    count(200_000, (at) => `user${at}@host${at % 977}.example.com `),
  ),
  {
    name: "attribute-40mb",
    what: "an attribute of 40 MB that no convention reads",
    bytes: ({ nowMs }) =>
      requestOfText(repeated("lorem ipsum ", (40 * megabyte) / 12), nowMs, { key: "custom.blob" }),
  },
  {
    name: "prompt-2mb-30-times",
    what: "a system message of 2 MB, the same in 30 spans",
    bytes: ({ nowMs }) =>
      requestOf(
        count(30, (at) =>
          makeMessage(at, nowMs, "Hi", {
            "gen_ai.operation.name": "chat",
            "gen_ai.system_instructions": promptOf(2 * megabyte),
          }),
        ),
      ),
  },
  {
    name: "messages-100000",
    what: "100,000 messages in one gen_ai.input.messages",
    bytes: ({ nowMs }) =>
      requestOfText(jsonList(100_000, chatMessage), nowMs, { key: "gen_ai.input.messages" }),
  },
  {
    name: "tool-calls-50000",
    what: "50,000 tool calls in one span",
    bytes: ({ nowMs }) =>
      requestOfText(toolCalls(50_000), nowMs, { key: "gen_ai.output.messages" }),
  },
  {
    name: "json-in-json",
    what: "messages quoted within messages, 18 times, so that each backslash doubles",
    bytes: ({ nowMs }) =>
      requestOf(
        count(4, (at) => makeMessage(at, nowMs, "Hi", { "gen_ai.input.messages": quoted(18) })),
      ),
  },
  {
    name: "many-small-words",
    what: "100,000 messages of a case, each with a name and a card number",
    isGzip: true,
    bytes: ({ nowMs }) => requestOf(count(100_000, (at) => makeMessage(at, nowMs, personal(at)))),
  },
];

const promptOf = (length) =>
  "You are a helpful agent of Fernway. Be kind. ".repeat(Math.ceil(length / 45));

/** A value as it stands within a JSON text that is itself quoted in JSON. */
const escaped = (value) => JSON.stringify(JSON.stringify(value)).slice(1, -1);

function* jsonList(many, make) {
  yield "[";
  for (let at = 0; at < many; at += 1) yield (at === 0 ? "" : ",") + escaped(make(at));
  yield "]";
}

const chatMessage = (at) => ({
  role: at % 2 === 0 ? "user" : "assistant",
  parts: [{ type: "text", content: `Message ${at}` }],
});

function* toolCalls(many) {
  yield '[{\\"role\\":\\"assistant\\",\\"parts\\":';
  yield* jsonList(many, (at) => ({
    ...{ type: "tool_call", id: `call-${at}`, name: "look_up", arguments: { order: at } },
  }));
  yield "}]";
}

const quoted = (levels) =>
  Array.from({ length: levels }).reduce(
    (inner) => JSON.stringify([{ role: "user", content: inner }]),
    "Where is my parcel?",
  );
