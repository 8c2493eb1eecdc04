import { afterAll, describe, expect, it } from "vitest";
import { readReplays } from "@/lib/store/gate/replays";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { fillFolder } from "@/lib/testing/fill-folder";
import { jsonLines } from "@/lib/testing/gate-rows";
import { recordedCalls } from "@/lib/testing/review-calls";
import { createScratch } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { asLines, type OtlpRequest } from "@/lib/testing/spans/otlp";
import { inDataFolder } from "@/lib/testing/stored-runs";

const scratch = createScratch();
afterAll(() => scratch.remove());

const execution = "660e8400-e29b-41d4-a716-446655440001";
const callId = (at: number) => `770e8400-e29b-41d4-a716-44665544000${String(at)}`;

/** A call as the simulator's cloud sends it: its attributes are on each span. */
function simulated(at: number): readonly OtlpRequest[] {
  const own = Object.entries({
    "fi.simulator.test_execution_id": execution,
    "fi.simulator.call_execution_id": callId(at),
  }).map(([key, value]) => ({ key, value: { stringValue: value } }));
  return JSON.parse(JSON.stringify(recordedCalls(at, at + 1)), (key, value: unknown) =>
    key === "spans"
      ? (value as { attributes: object[] }[]).map((span) => ({
          ...span,
          attributes: [...span.attributes, ...own],
        }))
      : value,
  ) as readonly OtlpRequest[];
}

const items = ["refund", "outage", "billing"].map((scenario) => ({
  ...{ id: `${scenario}-1`, channels: ["voice"], scenario },
}));

async function withCohort(): Promise<string> {
  const data = scratch.folder();
  const file = scratch.file("golden.jsonl", jsonLines(items));
  await runCommand(["cohort", "import", file, "--name", "golden"], { data });
  return data;
}

const send = (data: string, ...calls: readonly number[]) =>
  fillFolder(data, asLines(calls.flatMap(simulated)));

const map = (data: string, file: string, ...more: readonly string[]) =>
  runCommand(["run", "map", execution, "--cohort", "golden", "--map", file, ...more], { data });

const replaysOf = (data: string, run: string) =>
  inDataFolder(data, async (db) => {
    expect(await listCaseIds(db)).toEqual([]);
    return (await readReplays(db, run)).map(({ item, repeat }) => `${item} ${String(repeat)}`);
  });

const v15 = ["--release", "v15"];
const table = () =>
  scratch.file("map.csv", `id,item,repeat\n${callId(0)},refund-1,3\n${callId(1)},outage-1,\n`);
const platformCsv = () =>
  scratch.file(
    "calls.csv",
    `ID,Timestamp,Status,Scenario,Overall Score\n${callId(0)},now,completed,refund,0.5\n${callId(1)},now,completed,Outage,\n`,
  );
const platformJson = () =>
  scratch.file(
    "calls.json",
    JSON.stringify({
      result: {
        execution_id: execution,
        call_results: {
          results: [
            { call_execution_id: callId(0), scenario_name: "refund", status: "completed" },
            { call_execution_id: callId(1), scenario_name: "outage", status: "completed" },
          ],
        },
      },
    }),
  );

describe("a simulator's calls in the cloud", () => {
  it.each([
    ["a table", table, ["outage-1 1", "refund-1 3"]],
    ["the platform's table", platformCsv, ["outage-1 1", "refund-1 1"]],
    ["the platform's JSON", platformJson, ["outage-1 1", "refund-1 1"]],
  ])("join a cohort by %s, sent before or imported", async (_, file, expected) => {
    const sent = await withCohort();
    await send(sent, 0, 1);
    const mapped = await map(sent, file(), ...v15);
    expect(mapped).toEqual({
      ...{ code: 0, stderr: "" },
      stdout: `${execution}: 2 items joined; 2 of the 3 of golden have a replay.\n`,
    });
    expect(await replaysOf(sent, execution)).toEqual(expected);

    const imported = await withCohort();
    const traces = scratch.file("traces.jsonl", asLines([0, 1].flatMap(simulated)));
    const given = ["--run", "v15-1", ...v15, "--cohort", "golden", "--map", file()];
    const read = await runCommand(["run", "import", traces, ...given], { data: imported });
    expect(read).toMatchObject({ code: 0, stderr: "" });
    expect(await replaysOf(imported, "v15-1")).toEqual(expected);
  });

  it("join it too when they arrive later, and not any more once the run is removed", async () => {
    const data = await withCohort();
    await send(data, 0);
    const first = await map(data, table(), ...v15);
    expect(first.stdout).toContain("1 item joined; 1 of the 3 of golden have a replay.");
    await send(data, 1);
    expect(await replaysOf(data, execution)).toEqual(["outage-1 1", "refund-1 3"]);
    await send(data, 2);
    expect(await replaysOf(data, execution)).toContain(`${callId(2)} 1`);
    await runCommand(["run", "remove", execution, "--yes"], { data });
    await send(data, 0);
    expect(await replaysOf(data, execution)).toEqual([`${callId(0)} 1`]);
  });

  it("are left as they are where the mapping does not name them, and that is said", async () => {
    const data = await withCohort();
    await send(data, 0, 1);
    expect((await map(data, table())).stderr).toBe(
      `The traces of ${execution} name no release; give it with --release.\n`,
    );
    const file = scratch.file(
      "calls.csv",
      `ID,Scenario\n${callId(0)},refund\n${callId(1)},Returns\n`,
    );
    const { code, stdout } = await map(data, file, ...v15);
    expect(code).toBe(1);
    expect(stdout).toContain(
      `1 item of its traces left as they are:\n  ${callId(1)} is of the scenario Returns, and no item of the cohort is; its id to map is ${callId(1)}\n`,
    );
  });
});
