import { expect, it } from "vitest";
import { rowSchema } from "./row";
import { scoreDisclosures } from "./score-disclosures";

const art50 = {
  rule: "ai-identity-eu-art50",
  channel: "chat",
  agent_kind: "ai",
  region: "DE",
  ts: "2026-10-01T09:00:00Z",
};
const recording = {
  ...art50,
  rule: "recording-notice-all-party",
  channel: "voice",
  region: "US-CA",
};

type Said = readonly (readonly [role: string, content: string, ts?: number])[];

function score(said: Said, about: object) {
  const messages = said.map(([role, content, ts]) => ({ role, content, ts }));
  return scoreDisclosures(rowSchema.parse({ id: "r", messages, ...about }));
}

const said: Said = [
  ["user", "Hi"],
  ["assistant", "Hello. I'm an AI assistant."],
];

it("prints the rule, its state and where it was said", () => {
  expect(score(said, art50)).toMatchObject({
    id: "r",
    rule: art50.rule,
    state: "given",
    evidence: [{ interaction: 0, message: 1, start: 7, end: 27 }],
  });
});

it("prints of a missing one what was searched, and the nearest miss", () => {
  const mention: Said = [
    ["assistant", "I can pass you to our AI assistant."],
    ["user", "Ok"],
  ];
  expect(score(mention, art50)).toMatchObject({
    state: "missing",
    evidence: [],
    searched: { first_message: 0, last_message: 0, messages: 1, seconds: 0 },
    near_miss: { kind: "mention", message: 0, start: 0, end: 35 },
  });
});

it.each([
  [{ ...art50, ts: "2025-10-01T09:00:00Z" }, "not_required"],
  [{ ...art50, region: "US-TX" }, "not_required"],
  [{ ...art50, agent_kind: "human" }, "not_required"],
  [{ ...art50, region: null }, "not_evaluable"],
  [{ ...art50, ts: null }, "not_evaluable"],
  [{ ...art50, rule: "no-such-rule" }, "not_evaluable"],
])("takes the facts from the row: %o is %s", (about, state) => {
  expect(score(said, about)).toMatchObject({ state });
});

it("counts seconds where messages have times, and turns where they have none", () => {
  const notice = "This call is recorded.";
  const timed: Said = [
    ["agent", "Hello.", 0],
    ["user", "Hi.", 20],
    ["agent", notice, 40],
  ];
  expect(score(timed, recording)).toMatchObject({ state: "late" });
  const untimed = timed.map(([role, content]) => [role, content] as const);
  expect(score(untimed, recording)).toMatchObject({ state: "given" });
});

it("does not miss what was removed", () => {
  const removed: Said = [
    ["assistant", ""],
    ["user", "Hi, my parcel is late."],
    ["assistant", "I see."],
  ];
  expect(score(removed, art50)).toMatchObject({ state: "not_evaluable" });
});
