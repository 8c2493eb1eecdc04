import { describe, expect, it } from "vitest";
import { cohortSchema } from "@/lib/domain/gate/cohort";
import { readReplayFile, saidIn } from "@/lib/testing/replays/read-replay-file";
import {
  firstLiveKitReport,
  localTextReport,
  refundScenario,
  secondLiveKitReport,
} from "@/lib/testing/replays/simulator-reports";

const refund = { scenario: "refund" };

describe("a report of the first LiveKitEngine", () => {
  it("has its roles put right: its assistant is the simulated customer", async () => {
    const read = await readReplayFile(firstLiveKitReport, refund);
    const [id = ""] = Object.keys(saidIn(read));
    expect(saidIn(read)[id]).toEqual([
      "voice customer: Hi, I'm Ada. Her refund of order W1 never came.",
      "voice agent: I am sorry. Two things:\n1. It was sent on Friday.\nNote: banks take three days.",
      "voice customer: Thanks, that's all. Goodbye.",
    ]);
    expect(read.rejects).toEqual([]);
  });

  it("is left as it is where somebody has put its roles right", async () => {
    const [result] = firstLiveKitReport.results;
    const transcript = "user: Hi, I'm Ada. Her refund.\nassistant: It is on its way.";
    const read = await readReplayFile({ results: [{ ...result, transcript }] });
    expect(Object.values(saidIn(read)).flat()).toEqual([
      "voice customer: Hi, I'm Ada. Her refund.",
      "voice agent: It is on its way.",
    ]);
  });

  it("keeps a failed replay with its error, and no words", async () => {
    const read = await readReplayFile(firstLiveKitReport, refund);
    const ben = read.items.find(({ persona }) => persona?.name === "Ben");
    expect(read.failures).toEqual([
      { item: ben?.id, repeat: 1, error: "could not connect to room" },
    ]);
    const root = read.spans.find(({ span }) => span.status === "error");
    expect(root?.span.statusMessage).toBe("could not connect to room");
  });

  it("keeps the scores of its evaluation as imported ones", async () => {
    const read = await readReplayFile(firstLiveKitReport, refund);
    const events = read.spans.flatMap(({ span }) => span.events);
    expect(events.map(({ attributes }) => Object.fromEntries(attributes))).toEqual([
      {
        "gen_ai.evaluation.name": "task_completion",
        "gen_ai.evaluation.score.label": "Passed",
        "gen_ai.evaluation.explanation": "A date was given.",
      },
      { "gen_ai.evaluation.name": "is_helpful", "gen_ai.evaluation.score.value": 0.75 },
    ]);
  });
});

it("reads a text engine's report with its roles as they are, and its tools", async () => {
  const read = await readReplayFile(localTextReport);
  expect(Object.values(saidIn(read))).toEqual([
    [
      "chat customer: My name is Ada. Her refund of order W1 never came.",
      "chat agent: One moment.",
      "chat get_refund: paid",
      "chat agent: It is paid on Friday.",
    ],
  ]);
  const tool = read.spans.find(({ span }) => span.name === "execute_tool get_refund");
  expect(tool?.span.attributes.get("gen_ai.tool.call.arguments")).toBe('{"id":"W1"}');
});

it("reads the second LiveKitEngine's report with its roles, times and failures", async () => {
  const read = await readReplayFile(secondLiveKitReport, refund);
  expect(Object.values(saidIn(read))).toEqual([
    ["voice customer: Hello.", "voice agent: I have booked a technician."],
  ]);
  const root = read.spans.find(({ span }) => span.parentSpanId === null && span.status === "unset");
  expect(root?.span).toMatchObject({ startUs: 1795150332250000, endUs: 1795150335500000 });
  expect(read.failures.map(({ error }) => error)).toEqual(["TimeoutError: no audio"]);
});

it("gives the same item the same id in each report and in its scenario", async () => {
  const files = [firstLiveKitReport, secondLiveKitReport, refundScenario];
  const read = await Promise.all(files.map((file) => readReplayFile(file, refund)));
  const ids = read.map(({ items }) => items.map(({ id }) => id));
  expect(ids[0]).toHaveLength(2);
  expect(ids[1]).toEqual(ids[0]);
  expect(ids[2]).toEqual(ids[0]);
  const [ofText] = (await readReplayFile(localTextReport)).items;
  expect(ids[0]).toContain(ofText?.id);
});

it("keeps scenario and persona with the item, as a cohort holds them", async () => {
  const { items, spans } = await readReplayFile(refundScenario);
  expect(spans).toEqual([]);
  expect(items.find(({ persona }) => persona?.name === "Ada")).toMatchObject({
    cluster: null,
    stratum: "refund",
    expected: "A date by which the refund is paid.",
    situation: "Her refund of order W1 never came.",
    scenario: { name: "refund", fields: { description: "Refunds that are late." } },
    persona: {
      name: "Ada",
      fields: { age: "41", communication_style: "brief", orders: '["W1","W2"]' },
    },
    channels: [],
  });
  expect(cohortSchema.parse({ name: "c", items })).toEqual({ name: "c", items });
});

it("reads a scenario's dataset that is a file of its own", async () => {
  const { items } = await readReplayFile(refundScenario.dataset, refund);
  expect(items.map(({ id }) => id)).toEqual(
    (await readReplayFile(refundScenario)).items.map(({ id }) => id),
  );
});

it("makes one case of a voice leg and a chat leg of the same item, in the order of their legs", async () => {
  const voice = await readReplayFile(firstLiveKitReport, { ...refund, leg: 1 });
  const chat = await readReplayFile(localTextReport, { leg: 2 });
  const said = saidIn({ ...voice, spans: [...chat.spans, ...voice.spans] });
  expect(Object.values(said)[0]?.map((line) => line.split(" ", 2).join(" "))).toEqual([
    "voice customer:",
    "voice agent:",
    "voice customer:",
    "chat customer:",
    "chat agent:",
    "chat get_refund:",
    "chat agent:",
  ]);
});

it("reads a report that is written over several lines like one on a single line", async () => {
  const pretty = JSON.stringify(firstLiveKitReport, null, 2);
  const read = await readReplayFile(pretty, refund, [7]);
  const plain = await readReplayFile(firstLiveKitReport, refund);
  expect(saidIn(read)).toEqual(saidIn(plain));
  expect(read.items).toEqual(plain.items);
});
