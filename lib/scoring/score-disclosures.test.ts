import { expect, it } from "vitest";
import { actReader } from "@/lib/acts/server";
import { rowSchema } from "./row";
import { withActsOfRow } from "./row-acts";
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

async function score(said: Said, about: object) {
  const messages = said.map(([role, content, ts]) => ({ role, content, ts }));
  const row = rowSchema.parse({ id: "r", messages, ...about });
  return scoreDisclosures(await withActsOfRow(row, await actReader()));
}

const said: Said = [
  ["user", "Hi"],
  ["assistant", "Hello. I'm an AI assistant."],
];

it("prints the rule, its state and where it was said", async () => {
  expect(await score(said, art50)).toMatchObject({
    id: "r",
    rule: art50.rule,
    state: "given",
    evidence: [{ interaction: 0, message: 1, start: 7, end: 27 }],
  });
});

it("prints of a missing one what was searched, and the nearest miss", async () => {
  const denial: Said = [
    ["assistant", "Good morning, a human being answers you here."],
    ["user", "Ok"],
  ];
  expect(await score(denial, art50)).toMatchObject({
    state: "missing",
    evidence: [],
    searched: { first_message: 0, last_message: 0, messages: 1, seconds: 0 },
    near_miss: { kind: "denial", message: 0, start: 0, end: 45 },
  });
});

it.each([
  [{ ...art50, ts: "2025-10-01T09:00:00Z" }, "not_required"],
  [{ ...art50, region: "US-TX" }, "not_required"],
  [{ ...art50, agent_kind: "human" }, "not_required"],
  [{ ...art50, region: null }, "not_evaluable"],
  [{ ...art50, ts: null }, "not_evaluable"],
  [{ ...art50, rule: "no-such-rule" }, "not_evaluable"],
])("takes the facts from the row: %o is %s", async (about, state) => {
  expect(await score(said, about)).toMatchObject({ state });
});

it("counts seconds where messages have times, and turns where they have none", async () => {
  const notice = "This call is recorded.";
  const timed: Said = [
    ["agent", "Hello.", 0],
    ["user", "Hi.", 20],
    ["agent", notice, 40],
  ];
  expect(await score(timed, recording)).toMatchObject({ state: "late" });
  const untimed = timed.map(([role, content]) => [role, content] as const);
  expect(await score(untimed, recording)).toMatchObject({ state: "given" });
});

it("does not miss what was removed", async () => {
  const removed: Said = [
    ["assistant", ""],
    ["user", "Hi, my parcel is late."],
    ["assistant", "I see."],
  ];
  expect(await score(removed, art50)).toMatchObject({ state: "not_evaluable" });
});
