import { afterAll, expect, it } from "vitest";
import { fillFolder } from "@/lib/testing/fill-folder";
import { createScratch } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { asLines, otlpRequest, type OtlpRequest } from "@/lib/testing/spans/otlp";

const scratch = createScratch();
afterAll(() => scratch.remove());

type Call = { readonly tool: string; readonly given: object; readonly result: string };

const email = "nora.lindqvist@example.com";
const refund = (order: string): Call => ({
  tool: "refund_order",
  given: { order_id: order, email },
  result: '{"ok": true}',
});
const look: Call = { tool: "get_order", given: { order_id: "W1" }, result: '{"state": "paid"}' };
const failed: Call = { ...refund("W1"), result: '{"error": "card expired"}' };

const startUs = 1_793_610_000_000_000;

/** A replay of an item: a contact on chat in which the agent calls tools. */
function replay(release: string, item: string, calls: readonly Call[]): OtlpRequest {
  const traceId = Buffer.from(release + item)
    .toString("hex")
    .padStart(32, "1");
  const spanId = (at: number) => `${traceId.slice(-8)}${at.toString(16).padStart(8, "0")}`;
  const root = { traceId, spanId: spanId(0), startUs, endUs: startUs + 60_000_000 };
  const said = (at: number, role: string, text: string) => ({
    ...{
      traceId,
      spanId: spanId(at),
      parentSpanId: root.spanId,
      startUs: startUs + at * 1_000_000,
    },
    name: "message",
    attributes: { "message.role": role, "message.content": text },
  });
  return otlpRequest(
    [
      { ...root, name: "interaction", attributes: { channel: "chat", "agent.type": "ai" } },
      said(1, "customer", `Please refund my order, I am ${email}.`),
      ...calls.map(({ tool, given, result }, at) => ({
        ...said(at + 2, "tool", ""),
        name: `execute_tool ${tool}`,
        attributes: {
          "gen_ai.operation.name": "execute_tool",
          "gen_ai.tool.name": tool,
          "gen_ai.tool.call.arguments": JSON.stringify(given),
          "gen_ai.tool.call.result": result,
        },
      })),
      said(calls.length + 2, "agent", "That is done."),
    ],
    {
      resource: {
        "service.name": "support",
        ...{ release, "throughline.run": release, "throughline.cohort": "three" },
        "throughline.cohort.item": item,
      },
    },
  );
}

const items = ["a", "b", "c", "d"];

async function dataFolder(): Promise<string> {
  const data = scratch.folder();
  const rows = items.map((id) => ({ id, channels: ["chat"] }));
  const cohort = scratch.file(
    "three.jsonl",
    rows.map((row) => `${JSON.stringify(row)}\n`).join(""),
  );
  await runCommand(["cohort", "import", cohort, "--name", "three"], { data });
  await fillFolder(
    data,
    asLines([
      ...items.map((item) => replay("v14", item, [look, refund(item)])),
      replay("v15", "a", [refund("A")]),
      replay("v15", "b", [{ ...failed, given: refund("b").given }]),
      replay("v15", "c", [refund("c"), refund("other")]),
      replay("v15", "d", [refund("d")]),
    ]),
  );
  return data;
}

it("judges a run by what it changed, beside what an approved run changed", async () => {
  const data = await dataFolder();
  const policy = scratch.file("gate.yaml", "metric: expected_actions\nscope: all\nminimum: 0.78\n");
  const judge = () =>
    runCommand(
      [
        ...["gate", "--cohort", "three", "--candidate", "v15", "--baseline", "v14"],
        ...["--policy", policy, "--format", "json"],
      ],
      { data },
    );
  expect((await judge()).stderr).toMatch(/^No case of three /u);
  const approved = scratch.file("approved.txt", "a\nb\nc\n");
  const expectOf = (...more: readonly string[]) =>
    runCommand(["cohort", "expect", "three", "--from", "v14", ...more], { data });
  expect((await expectOf("--cases", scratch.file("other.txt", "a\nz\n"))).stderr).toMatch(
    /^three .*\bz;/u,
  );
  const made = await expectOf("--cases", approved);
  expect(made.stdout).toMatch(/^three@2: 4 cases, /u);
  expect(made.stderr).toMatch(/^3 cases .*v14.*three@2/u);
  const exported = (await runCommand(["cohort", "export", "three"], { data })).stdout;
  expect(exported).toContain('"actions":[{"tool":"refund_order"');
  expect(exported).not.toContain("get_order");
  expect(exported).not.toContain(email);

  const judged = await judge();
  const { figures } = JSON.parse(judged.stdout) as {
    readonly figures: {
      readonly unresolved: readonly string[];
      readonly candidate: { readonly unscored: readonly object[] };
      readonly baseline: { readonly unscored: readonly object[] };
    };
  };
  const unscored = [{ item: "d", why: "The cohort states no actions for this case." }];
  expect(figures.unresolved).toEqual(["b", "c"]);
  expect(figures.candidate.unscored).toEqual(unscored);
  expect(figures.baseline.unscored).toEqual(unscored);
});

it("reads actions from a cohort's file, masked as a replay's calls are", async () => {
  const data = await dataFolder();
  const row = (id: string, given: object) =>
    `${JSON.stringify({ id, channels: ["chat"], actions: [{ tool: "refund_order", arguments: given }] })}\n`;
  const file = scratch.file("named.jsonl", row("a", { email }) + row("d", { order_id: "D" }));
  await runCommand(["cohort", "import", file, "--name", "three"], { data });
  const policy = scratch.file("all.yaml", "metric: expected_actions\nscope: all\nminimum: 0.78\n");
  const { stdout } = await runCommand(
    [
      ...["gate", "--cohort", "three", "--candidate", "v15", "--policy", policy],
      ...["--format", "json"],
    ],
    { data },
  );
  expect(JSON.parse(stdout)).toMatchObject({
    figures: { share: { resolved: 2, scored: 2 }, candidate: { strangers: ["b", "c"] } },
  });
  const bad = scratch.file(
    "bad.jsonl",
    '{"id":"a","channels":["chat"],"actions":[{"name":"x"}]}\n',
  );
  const { stderr } = await runCommand(["cohort", "import", bad, "--name", "bad"], { data });
  expect(stderr).toContain("line 1");
});
