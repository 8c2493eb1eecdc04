import { afterAll, describe, expect, it } from "vitest";
import { readReplays } from "@/lib/store/gate/replays";
import { jsonLines } from "@/lib/testing/gate-rows";
import {
  firstLiveKitReport,
  localTextReport,
  refundScenario,
} from "@/lib/testing/replays/simulator-reports";
import { createScratch } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { inDataFolder } from "@/lib/testing/stored-runs";

const scratch = createScratch();
afterAll(() => scratch.remove());

const fileOf = (name: string, value: unknown) => scratch.file(name, JSON.stringify(value, null, 2));

async function withCohort(file: string, ...more: readonly string[]): Promise<string> {
  const data = scratch.folder();
  const made = await runCommand(["cohort", "import", file, "--name", "golden", ...more], { data });
  expect(made).toMatchObject({ code: 0, stderr: "" });
  return data;
}

const run = ["--run", "v15-1", "--release", "v15", "--cohort", "golden"];
const ada = { persona: { name: "Ada" }, situation: "Her refund of order W1 never came." };
const chat = { channels: ["chat", "voice"] };

const itemsOf = (data: string) =>
  inDataFolder(data, async (db) => (await readReplays(db, "v15-1")).map(({ item }) => item));

describe("a simulator's report", () => {
  it("joins a cohort's items by scenario, persona and situation", async () => {
    const rows = [
      { id: "refund-017", ...chat, ...ada, scenario: "refund" },
      { id: "outage-003", ...chat, persona: "Ben", scenario: "outage" },
    ];
    const data = await withCohort(scratch.file("golden.jsonl", jsonLines(rows)));
    const file = fileOf("report.json", localTextReport);
    const { code, stdout } = await runCommand(["run", "import", file, ...run], { data });
    expect(stdout).toMatch(/^v15-1: 1 item of the 2 of golden, 1 replay;/u);
    expect(stdout).toContain("1 item was recognised by its scenario, persona and situation.");
    expect(code).toBe(0);
    expect(await itemsOf(data)).toEqual(["refund-017"]);
  });

  it("says what it could not join, and takes its item from a mapping", async () => {
    const rows = ["refund-017", "refund-018"].map((id) => ({ id, ...chat, persona: "Ada" }));
    const data = await withCohort(scratch.file("golden.jsonl", jsonLines(rows)));
    const file = fileOf("report.json", localTextReport);
    const refused = await runCommand(["run", "import", file, ...run], { data });
    const [, id = ""] =
      /is of the persona Ada in the scenario refund, and so are several items of the cohort: refund-017, refund-018; its id to map is ([0-9a-f]{16})\n/u.exec(
        refused.stdout,
      ) ?? [];
    const map = scratch.file("map.csv", `id,item\n${id},refund-018\n`);
    const mapped = await runCommand(["run", "import", file, ...run, "--map", map], { data });
    expect(mapped).toMatchObject({ code: 0, stderr: "" });
    expect(await itemsOf(data)).toEqual(["refund-018"]);
  });

  it.each([
    ["a scenario", refundScenario, ["--channels", "chat > voice"], "chat,voice"],
    ["its dataset", refundScenario.dataset, ["--scenario", "refund", "--channels", "sms"], "sms"],
    ["a report", firstLiveKitReport, ["--scenario", "refund"], "voice"],
  ])("is replayed on a cohort that was made of %s", async (_, value, options, channels) => {
    const data = await withCohort(fileOf("made.json", value), ...options);
    const exported = await runCommand(["cohort", "export", "golden"], { data });
    const items = exported.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { persona: { name: string }; channels: string[] });
    expect(items.map(({ persona }) => persona.name).sort()).toEqual(["Ada", "Ben"]);
    expect(new Set(items.map((item) => item.channels.join(",")))).toEqual(new Set([channels]));
    const file = fileOf("report.json", firstLiveKitReport);
    const { stdout } = await runCommand(["run", "import", file, ...run], { data });
    expect(stdout).toMatch(/^v15-1: 2 items of the 2 of golden, 2 replays;/u);
  });

  it("makes no cohort of what lacks channels, or of what cannot be read", async () => {
    const data = scratch.folder();
    const said = async (value: unknown, ...more: readonly string[]) => {
      const path = fileOf("made.json", value);
      return runCommand(["cohort", "import", path, "--name", "golden", ...more], { data });
    };
    expect(await said(refundScenario)).toMatchObject({
      code: 2,
      stderr:
        'made.json does not say over which channels 2 of its 2 cases go; give them, such as --channels "chat > voice".\n',
    });
    expect((await said(refundScenario, "--channels", "pigeon")).stderr).toMatch(
      /^--channels is pigeon; give some of voice,/u,
    );
    expect((await said({ name: "refund", dataset: "personas.csv" })).stderr).toMatch(
      /^made\.json, .*names another file as its dataset/u,
    );
  });
});
