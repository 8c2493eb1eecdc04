import { describe, expect, it } from "vitest";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { readCase } from "@/lib/store/cases/read-case";
import { asLines, otlpRequest, type OtlpRequest, type PlainSpan } from "@/lib/testing/spans/otlp";
import { runSeed } from "@/lib/testing/runs";
import { seededRandom } from "@/lib/testing/seeded-random";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";

const startUs = 1_767_600_000_000_000;
const minuteUs = 60_000_000;

type Line = readonly [role: "user" | "assistant", text: string];

/** A conversation of questions and answers, with the values in the answers that must be masked. */
const talk: readonly Line[] = [
  ["user", "I cannot sign in"],
  ["assistant", "May I have your name?"],
  ["user", "o k s a n a"],
  ["assistant", "And what is your password?"],
  ["user", "blue horse"],
  ["assistant", "What is your PIN?"],
  ["user", "sure, 4 5 6 7"],
  ["assistant", "And your date of birth, please?"],
  ["user", "4 7 85"],
  ["assistant", "What is your order number?"],
  ["user", "4 5 6 7 8"],
];
const masked = [
  "I cannot sign in",
  "<PERSON>",
  "<KEY>",
  "sure, <KEY>",
  "<BIRTH_DATE>",
  "4 5 6 7 8",
];

const json = (said: readonly Line[]) =>
  JSON.stringify(said.map(([role, content]) => ({ role, parts: [{ type: "text", content }] })));

/**
 * For each customer message: an agent span with that message alone, and a model span with the whole
 * history before it.
 */
function turnsOf(caseId: string): PlainSpan[] {
  return talk.flatMap(([role, text], index) => {
    if (role !== "user") return [];
    const at = startUs + index * minuteUs;
    const traceId = `${caseId}${String(index)}`.padEnd(32, "0");
    const answer = talk.slice(index + 1, index + 2);
    const span = { traceId, startUs: at, endUs: at + 1_000_000 };
    const identity = { case_id: caseId, channel: "chat" };
    return [
      {
        ...span,
        spanId: "a".repeat(16),
        name: "invoke_agent",
        attributes: {
          ...identity,
          "gen_ai.operation.name": "invoke_agent",
          "gen_ai.input.messages": json([[role, text]]),
        },
      },
      {
        ...span,
        spanId: "b".repeat(16),
        parentSpanId: "a".repeat(16),
        name: "chat",
        attributes: {
          ...identity,
          "gen_ai.operation.name": "chat",
          "gen_ai.input.messages": json(talk.slice(0, index + 1)),
          "gen_ai.output.messages": json(answer),
        },
      },
    ];
  });
}

/** Each message in its own span, as traces of human chats export them. */
function messagesOf(caseId: string): PlainSpan[] {
  return talk.map(([role, content], index) => ({
    traceId: caseId.padEnd(32, "0"),
    spanId: String(index + 1).padStart(16, "0"),
    name: "message",
    startUs: startUs + index * minuteUs,
    attributes: {
      case_id: caseId,
      channel: "chat",
      "message.role": role === "user" ? "customer" : "agent",
      "message.content": content,
    },
  }));
}

const histories = turnsOf("c1").map((span) => otlpRequest([span]));
const alone = messagesOf("d2").map((span) => otlpRequest([span]));

async function messagesBy(workspace: TestWorkspace, caseId: string): Promise<string[]> {
  const stored = await readCase(workspace.db, caseId);
  return (stored?.derived.messages ?? [])
    .filter(({ speaker }) => speaker === "customer")
    .map(({ text }) => text.replace(/:[0-9a-f]{16}>/g, ">"));
}

function arrive(requests: readonly OtlpRequest[], eachDerived: boolean) {
  return withTestWorkspace(async (workspace) => {
    for (const request of requests) {
      await workspace.ingest(asLines([request]));
      if (eachDerived) await workspace.derive();
    }
    const digest = await workspace.digest();
    const said: Record<string, string[]> = {};
    for (const caseId of await listCaseIds(workspace.db)) {
      said[caseId] = await messagesBy(workspace, caseId);
    }
    return { digest, said };
  });
}

describe("what a customer answers to a question", () => {
  it("is one masked message, whether or not its span has the question", async () => {
    const { said } = await arrive([...histories, ...alone], false);
    expect(said).toEqual({ c1: masked, d2: masked });
  });

  it("is the same in whatever order its spans arrive", async () => {
    const whole = await arrive([...histories, ...alone], false);
    const random = seededRandom(runSeed);
    for (let round = 0; round < 4; round += 1) {
      const shuffled = random.shuffle([...histories, ...alone]);
      expect(await arrive(shuffled, round % 2 === 0)).toEqual(whole);
    }
  });
});
