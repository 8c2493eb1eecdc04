import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "@/lib/testing/runs";
import { readReplayFile, saidIn } from "@/lib/testing/replays/read-replay-file";
import type { ReadReplays } from "./read-replays";

const conversations = [
  {
    item: "refund-017",
    channel: "chat",
    leg: 1,
    persona: { name: "Zoë", tier: "gold" },
    scenario: "refund",
    expected: "A date.",
    messages: [
      { role: "customer", content: 'Où est "W1"? 😀' },
      { role: "agent", content: "It is paid on Friday." },
    ],
  },
  {
    item: "refund-017",
    channel: "phone",
    leg: 2,
    transcript: "customer: You said Friday.\nAnd now?\nagent: It is paid.",
  },
  { item: "outage-003", channel: "chat", error: "replay timed out" },
  { item: "outage-004", channel: "sms", transcript: "customer: A\nagent: B" },
  { item: "outage-004", channel: "sms", transcript: "customer: A\nagent: C" },
  { item: "outage-004", channel: "sms", repeat: 2, transcript: "customer: A\nagent: D" },
];

const messageRows = [
  { item: "billing-1", channel: "email", turn: 1, role: "customer", text: "Twice?" },
  { item: "billing-1", channel: "email", turn: 2, role: "assistant", text: "One moment." },
  { item: "billing-1", channel: "email", turn: 10, role: "agent", text: "Once." },
  { item: "billing-2", channel: "chat", at: "2026-11-02T09:00:05Z", role: "agent", text: "Hello." },
  { item: "billing-2", channel: "chat", at: "2026-11-02T09:00:00Z", role: "customer", text: "Hi" },
];

const lines = [...conversations, ...messageRows].map((row) => `${JSON.stringify(row)}\n`);

const said = {
  "billing-1 1": ["email customer: Twice?", "email agent: One moment.", "email agent: Once."],
  "billing-2 1": ["chat customer: Hi", "chat agent: Hello."],
  "outage-004 1": ["sms customer: A", "sms agent: B"],
  "outage-004 2": ["sms customer: A", "sms agent: D"],
  "outage-004 3": ["sms customer: A", "sms agent: C"],
  "refund-017 1": [
    'chat customer: Où est "W1"? 😀',
    "chat agent: It is paid on Friday.",
    "voice customer: You said Friday.\nAnd now?",
    "voice agent: It is paid.",
  ],
};

/** What was read, without places. */
function withoutPlaces({ spans, items, failures, rejects }: ReadReplays) {
  return {
    spans: spans.map(({ span }) => ({
      ...span,
      attributes: [...span.attributes],
      resource: [...span.resource],
    })),
    items,
    failures,
    rejects: rejects.map(({ reason }) => reason).sort(),
  };
}

describe("plain transcripts", () => {
  it("are a conversation or a message a line, with repeats counted beside those that are stated", async () => {
    const read = await readReplayFile(lines.join(""));
    expect(saidIn(read)).toEqual(said);
    expect(read.rejects).toEqual([]);
    expect(read.failures).toEqual([{ item: "outage-003", repeat: 1, error: "replay timed out" }]);
    expect(read.items.find(({ id }) => id === "refund-017")).toEqual({
      id: "refund-017",
      cluster: null,
      stratum: "refund",
      expected: "A date.",
      scenario: { name: "refund", fields: {} },
      persona: { name: "Zoë", fields: { tier: "gold" } },
      channels: ["chat", "voice"],
    });
  });

  it("are the same whatever the order of their lines", async () => {
    const expected = withoutPlaces(await readReplayFile(lines.join("")));
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(lines, { minLength: lines.length }),
        async (shuffled) => {
          expect(withoutPlaces(await readReplayFile(shuffled.join("")))).toEqual(expected);
        },
      ),
      { numRuns: runs(60) },
    );
  });

  it("are the same however their bytes are cut into chunks", async () => {
    const expected = await readReplayFile(lines.join(""));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 }),
        async (cuts) => {
          expect(await readReplayFile(lines.join(""), {}, cuts)).toEqual(expected);
        },
      ),
      { numRuns: runs(40) },
    );
  });

  it("are the same again where the file is read again, and others in another run", async () => {
    const [once, again, other] = await Promise.all([
      readReplayFile(lines.join("")),
      readReplayFile(lines.join("")),
      readReplayFile(lines.join(""), { run: "r2" }),
    ]);
    expect(again).toEqual(once);
    const traces = new Set(once.spans.map(({ span }) => span.traceId));
    expect(other.spans.some(({ span }) => traces.has(span.traceId))).toBe(false);
  });
});

it("takes the simulated customer's view only where a line says so", async () => {
  const transcript = "assistant: My parcel?\nuser: It is on its way.";
  const plain = { item: "p", channel: "chat", transcript };
  const read = await readReplayFile({ ...plain, roles: "simulator" });
  expect(saidIn(read)["p 1"]?.[0]).toBe("chat customer: My parcel?");
  expect(saidIn(await readReplayFile(plain))["p 1"]?.[0]).toBe("chat agent: My parcel?");
});

it("takes the channel, leg and repeat of a file whose lines do not say them", async () => {
  const of = { channel: "sms", leg: 2, repeat: 3 } as const;
  const read = await readReplayFile({ item: "p", transcript: "customer: A\nagent: B" }, of);
  expect(saidIn(read)).toEqual({ "p 3": ["sms customer: A", "sms agent: B"] });
});

describe("what cannot be read is refused in one sentence, and the rest is read", () => {
  const good = { item: "p", channel: "chat", transcript: "customer: A\nagent: B" };
  it.each([
    [{ channel: "chat", transcript: "customer: A" }, /names no item; give item/],
    [{ ...good, channel: "pigeon" }, /names no channel that is known; give channel/],
    [{ item: "p", transcript: "customer: A" }, /names no channel/],
    [{ item: "p", channel: "chat" }, /has no messages; give messages/],
    [{ ...good, transcript: "What a day" }, /no line that begins with a role/],
    [{ item: "p", channel: "chat", messages: ["Hi"] }, /no message; give an object/],
    [{ item: "p", channel: "chat", messages: [{ content: "Hi" }] }, /has no role; give customer/],
    [{ item: "p", channel: "chat", messages: [{ role: "boss", content: "Hi" }] }, /not known/],
    [{ item: "p", channel: "chat", role: "customer", text: "Hi" }, /do not say their order|^$/],
    [{ name: "refund", dataset: "x.csv" }, /names another file as its dataset/],
    ["customer: A", /no conversation; give an object/],
  ])("%j", async (bad, reason) => {
    const { rejects, spans } = await readReplayFile(
      `${JSON.stringify(good)}\n${JSON.stringify(bad)}\n`,
    );
    expect(spans.length).toBeGreaterThan(0);
    expect(rejects.map(({ reason: given }) => given)).toEqual([expect.stringMatching(reason)]);
    expect(rejects[0]?.place).toMatch(/^line 2/);
  });

  it("says which message of a conversation is at fault", async () => {
    const messages = [{ role: "customer", content: "Hi" }, { role: "boss" }];
    const { rejects } = await readReplayFile({ item: "p", channel: "chat", messages });
    expect(rejects[0]?.place).toBe("line 1, messages[1]");
  });

  it("refuses messages and contacts whose order is not stated", async () => {
    const row = { item: "m", channel: "chat", role: "customer", text: "Hi" };
    const contacts = ["chat", "sms"].map((channel) => ({ ...good, channel }));
    const file = [row, { ...row, text: "Ho" }, ...contacts].map((each) => JSON.stringify(each));
    const { rejects, spans } = await readReplayFile(file.join("\n"));
    expect(spans).toEqual([]);
    expect(rejects.map(({ reason }) => reason)).toEqual([
      expect.stringContaining("give each a turn of its own"),
      expect.stringContaining("give each a leg of its own"),
    ]);
  });

  it("reads what is nested deeper than a stack as if it were not there", async () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const line = `{"item":"p","channel":"chat","persona":{"name":"Ada","history":${deep}},"evaluation":{"tone":{"output":[${deep}]}},"messages":[{"role":"agent","content":"Hi","tool_calls":[{"name":"t","arguments":${deep}}]}]}`;
    const { items, spans, rejects } = await readReplayFile(line);
    expect(rejects).toEqual([]);
    expect(items[0]?.persona).toEqual({ name: "Ada", fields: {} });
    expect(spans).toHaveLength(2);
  });

  it("never fails, whatever the values of the members it knows", async () => {
    const value = fc.oneof(fc.anything({ maxDepth: 2 }), fc.constantFrom(...words));
    const known = fc.dictionary(fc.constantFrom(...members), value);
    const lists = fc.record({ messages: fc.array(known), results: fc.array(known) });
    const row = fc.oneof(
      known,
      lists,
      fc.tuple(known, lists).map(([one, other]): object => ({ ...one, ...other })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 5 }), async (rows) => {
        const file = rows.map((each) => jsonOf(each)).join("\n");
        for (const { reason } of (await readReplayFile(file)).rejects) {
          expect(reason).toMatch(/\.$/);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

const words = ["chat", "voice", "user", "assistant", "user: A\nassistant: B", 1, 2, 1795150332.5];
const members =
  "item persona situation scenario channel transcript messages role content text turn at leg repeat error metadata evaluation name dataset tool_calls tool_call_id".split(
    " ",
  );

function jsonOf(row: object): string {
  return JSON.stringify(row, (_, each: unknown) =>
    typeof each === "bigint" ? String(each) : each,
  );
}
