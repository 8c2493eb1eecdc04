import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { cohortRows, jsonLines, outcomeRows, resolvedFirst } from "@/lib/testing/gate-rows";
import { createScratch } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";

const scratch = createScratch();
afterAll(() => scratch.remove());

const good = {
  "--cohort": jsonLines(cohortRows()),
  "--candidate": jsonLines(outcomeRows(resolvedFirst(160))),
  "--policy": "minimum: 0.78\n",
};
type Option = keyof typeof good | "--labels" | "--baseline" | "--record";

const names: Readonly<Record<Option, string>> = {
  "--cohort": "golden.jsonl",
  "--candidate": "v15.jsonl",
  "--baseline": "v14.jsonl",
  "--policy": "gate.yaml",
  "--labels": "labels.jsonl",
  "--record": "records.jsonl",
};

/** Runs the gate on good files but for what is given. */
async function gate(given: Partial<Record<Option, string>>, ...more: readonly string[]) {
  const options = (Object.keys(names) as Option[]).flatMap((option) => {
    const content = { ...good, ...given }[option];
    return content === undefined ? [] : [option, scratch.file(names[option], content)];
  });
  return runCommand(["gate", ...options, ...more], { data: scratch.folder() });
}

const [firstCase = {}] = cohortRows();
const [firstOutcome = {}] = outcomeRows(resolvedFirst(1));

describe("throughline gate says in one sentence", () => {
  it.each<[Partial<Record<Option, string>>, string]>([
    [{ "--cohort": "" }, "golden.jsonl holds no rows."],
    [
      { "--cohort": `${good["--cohort"]}{` },
      "golden.jsonl, line 201: is not JSON; write one object in { } on a line.",
    ],
    [
      { "--cohort": jsonLines([firstCase, firstCase]) },
      "golden.jsonl, line 2: the same id as in line 1.",
    ],
    [
      { "--cohort": jsonLines([firstCase, { ...firstCase, id: "CASE-\uFF10\uFF10\uFF10" }]) },
      "golden.jsonl, line 2: the same id but for its form as in line 1.",
    ],
    [
      { "--cohort": jsonLines([{ ...firstCase, id: "case-000 " }]) },
      "golden.jsonl, line 1: id: begins or ends with a space; remove it.",
    ],
    [
      { "--candidate": jsonLines([{ ...firstOutcome, release: "v15\u200B" }]) },
      "v15.jsonl, line 1: release: holds an invisible character; remove it.",
    ],
    [
      { "--candidate": '{"resourceSpans":[]}\n{"resourceSpans":[]}\n' },
      "v15.jsonl holds traces, not outcomes; bring them first, and give the run's name here: throughline run import",
    ],
    [
      { "--cohort": jsonLines([{ ...firstCase, channels: ["chat", "pigeon"] }]) },
      "golden.jsonl, line 1: channels.1: is no channel; it can be voice, chat, email, sms, social, in_app.",
    ],
    [
      { "--cohort": jsonLines([{ ...firstCase, customer: "c" }]) },
      'golden.jsonl, line 1: has "customer", which is no field here; correct the name or leave it out.',
    ],
    [
      { "--cohort": jsonLines([{ ...firstCase, id: "a\u0000b" }]) },
      "golden.jsonl, line 1: id: holds control characters.",
    ],
    [
      { "--candidate": jsonLines([{ ...firstOutcome, score: 1.2 }]) },
      "v15.jsonl, line 1: score: must be at most 1.",
    ],
    [
      { "--candidate": jsonLines([{ ...firstOutcome, error: "timed out" }]) },
      "v15.jsonl, line 1: has both a score and an error.",
    ],
    [
      { "--candidate": jsonLines([{ item: "case-000" }]) },
      "v15.jsonl, line 1: has neither a score nor an error.",
    ],
    [
      { "--candidate": jsonLines([{ item: "case-000", score: 1 }]) },
      "v15.jsonl, line 1: has a score without evaluator and version.",
    ],
    [
      { "--candidate": jsonLines([firstOutcome, firstOutcome]) },
      "v15.jsonl, line 2: the same item, repeat and evaluator as in line 1.",
    ],
    [
      {
        "--candidate": jsonLines([
          { ...firstOutcome, release: "v15" },
          { ...firstOutcome, repeat: 2, release: "v16" },
        ]),
      },
      "v15.jsonl is of more than one release (v15, v16); give a file for each run.",
    ],
    [
      {
        "--candidate": jsonLines([
          firstOutcome,
          { ...firstOutcome, evaluator: "customer_agent_context_retention" },
        ]),
      },
      "The candidate was scored by conversation_resolution, customer_agent_context_retention; name in the policy which is the metric.",
    ],
    [{ "--policy": "minimum: [" }, "gate.yaml, line 1: is no YAML: "],
    [
      { "--policy": "minimun: 0.8" },
      'gate.yaml: has "minimun", which is no field here; correct the name or leave it out.',
    ],
    [{ "--policy": "minimum: 78" }, "gate.yaml: minimum: must be at most 1."],
    [
      { "--policy": "minimum: 0.78\nrepeats: 2" },
      "gate.yaml: repeats: must be odd: a majority decides.",
    ],
    [{ "--policy": "minimum: *bar" }, "gate.yaml: has an alias (*) that cannot be followed."],
    [
      { "--policy": "" },
      "The gate has no bar: give --min, or minimum or non_inferiority_margin in the policy.",
    ],
    [
      { "--policy": "non_inferiority_margin: 0.05" },
      "The policy has a non_inferiority_margin, which needs a baseline to compare with: give --baseline.",
    ],
    [
      { "--policy": "minimum: 0.78\nstrata: { refund: 0.7 }" },
      "The policy has a floor for the stratum refund, of which the cohort has no case in scope.",
    ],
    [
      { "--labels": jsonLines([{ id: "a", resolved: "yes" }]) },
      "labels.jsonl, line 1: resolved: must be true or false, not text.",
    ],
    [
      { "--record": "{}\n" },
      "records.jsonl, line 1: is no record of a verdict; give the file that --record wrote.",
    ],
  ])("what is wrong with %j", async (given, words) => {
    const { code, stdout, stderr } = await gate(given);
    expect(stderr.startsWith(words) ? words : stderr).toBe(words);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  it("that a file is compared with itself", async () => {
    const same = jsonLines(outcomeRows(resolvedFirst(160), { release: "v15" }));
    const { code, stderr } = await gate({ "--candidate": same, "--baseline": same });
    expect(stderr).toBe(
      "v15 is the candidate and its own baseline; give the run of another release.\n",
    );
    expect(code).toBe(2);
  });

  it("nothing about a cohort's table, which is the same cohort as its JSON Lines", async () => {
    const table = cohortRows().map(({ id }) => `${String(id)};voice + chat`);
    const cohorts = [good["--cohort"], ["id;channels", ...table].join("\r\n")];
    const hashes: (string | undefined)[] = [];
    for (const cohort of cohorts) {
      const { stdout, stderr } = await gate({ "--cohort": cohort }, "--format", "json");
      expect(stderr).toBe("");
      hashes.push(/[0-9a-f]{64}/u.exec(stdout)?.[0]);
    }
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/u);
    expect(hashes[1]).toBe(hashes[0]);
  });

  it("what is wrong with its options", async () => {
    const data = scratch.folder();
    expect((await runCommand(["gate"], { data })).stderr).toBe(
      "Give --cohort and --candidate, or --explain; throughline gate --help shows an example.\n",
    );
    expect((await gate({}, "--replay", " ")).stderr).toMatch(
      /^--replay is empty; give the command/u,
    );
    for (const odd of ["0x0", "1e-9", "1.5", "120%", "+0.78", " ", "0.7.8"]) {
      expect((await gate({}, "--min", odd)).stderr).toBe(
        `--min is ${odd}; give a share from 0 to 1 or in per cent, such as 0.78 or 78%.\n`,
      );
    }
    expect((await gate({}, "--min", "70%")).stderr).toBe(
      "--min is 0.7 and the policy's minimum 0.78; state one of them.\n",
    );
    expect((await gate({}, "--min", "0.7")).stderr).toBe(
      "--min is 0.7 and the policy's minimum 0.78; state one of them.\n",
    );
    const none = join(data, "none.jsonl");
    const missing = await runCommand(
      ["gate", "--cohort", none, "--candidate", none, "--min", "0.78"],
      { data },
    );
    expect(missing.code).toBe(2);
    expect(missing.stderr).toBe(
      `There is no file "${none}", and nothing is stored in the workspace "main".\n`,
    );
  });
});
