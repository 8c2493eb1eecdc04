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
  it.each<[Partial<Record<Option, string>>, RegExp]>([
    [{ "--cohort": "" }, /^golden\.jsonl .*no rows/u],
    [{ "--cohort": `${good["--cohort"]}{` }, /, line 201: .*not JSON/u],
    [{ "--cohort": jsonLines([firstCase, firstCase]) }, /, line 2: .*same id as in line 1\./u],
    [
      { "--cohort": jsonLines([firstCase, { ...firstCase, id: "CASE-\uFF10\uFF10\uFF10" }]) },
      /, line 2: .*same id .*form .*line 1\./u,
    ],
    [{ "--cohort": jsonLines([{ ...firstCase, id: "case-000 " }]) }, /, line 1: id: .*space/u],
    [
      { "--candidate": jsonLines([{ ...firstOutcome, release: "v15\u200B" }]) },
      /, line 1: release: .*invisible/u,
    ],
    [
      { "--candidate": '{"resourceSpans":[]}\n{"resourceSpans":[]}\n' },
      /^v15\.jsonl .*traces, .*: throughline run import/u,
    ],
    [
      { "--cohort": jsonLines([{ ...firstCase, channels: ["chat", "pigeon"] }]) },
      /, line 1: channels\.1: .*voice, chat, email, /u,
    ],
    [
      { "--cohort": jsonLines([{ ...firstCase, customer: "c" }]) },
      /, line 1: .*"customer".*no field/u,
    ],
    [
      { "--cohort": jsonLines([{ ...firstCase, id: "a\u0000b" }]) },
      /, line 1: id: .*control characters/u,
    ],
    [
      { "--candidate": jsonLines([{ ...firstOutcome, score: 1.2 }]) },
      /, line 1: score: .*at most 1\./u,
    ],
    [{ "--candidate": jsonLines([{ ...firstOutcome, error: "timed out" }]) }, /, line 1: .*both/u],
    [{ "--candidate": jsonLines([{ item: "case-000" }]) }, /, line 1: .*neither/u],
    [
      { "--candidate": jsonLines([{ item: "case-000", score: 1 }]) },
      /, line 1: .*without evaluator/u,
    ],
    [
      { "--candidate": jsonLines([firstOutcome, firstOutcome]) },
      /, line 2: .*item, repeat and evaluator .*line 1\./u,
    ],
    [
      {
        "--candidate": jsonLines([
          { ...firstOutcome, release: "v15" },
          { ...firstOutcome, repeat: 2, release: "v16" },
        ]),
      },
      /^v15\.jsonl .*release \(v15, v16\)/u,
    ],
    [
      {
        "--candidate": jsonLines([
          firstOutcome,
          { ...firstOutcome, evaluator: "customer_agent_context_retention" },
        ]),
      },
      / conversation_resolution, customer_agent_context_retention; .*metric/u,
    ],
    [{ "--policy": "minimum: [" }, /^gate\.yaml, line 1: .*YAML/u],
    [{ "--policy": "minimun: 0.8" }, /^gate\.yaml: .*"minimun".*no field/u],
    [{ "--policy": "minimum: 78" }, /^gate\.yaml: minimum: .*at most 1\./u],
    [{ "--policy": "minimum: 0.78\nrepeats: 2" }, /^gate\.yaml: repeats: .*odd/u],
    [{ "--policy": "minimum: *bar" }, /^gate\.yaml: .*\(\*\)/u],
    [{ "--policy": "" }, /no bar: .*--min/u],
    [{ "--policy": "non_inferiority_margin: 0.05" }, /non_inferiority_margin, .*--baseline/u],
    [{ "--policy": "minimum: 0.78\nstrata: { refund: 0.7 }" }, /floor .*refund, .*no case/u],
    [
      { "--labels": jsonLines([{ id: "a", resolved: "yes" }]) },
      /^labels\.jsonl, line 1: resolved: .*true or false/u,
    ],
    [{ "--record": "{}\n" }, /^records\.jsonl, line 1: .*--record/u],
  ])("what is wrong with %j", async (given, problem) => {
    const { code, stdout, stderr } = await gate(given);
    expect(stderr).toMatch(problem);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  it("that a file is compared with itself", async () => {
    const same = jsonLines(outcomeRows(resolvedFirst(160), { release: "v15" }));
    const { code, stderr } = await gate({ "--candidate": same, "--baseline": same });
    expect(stderr).toMatch(/^v15 .*own baseline/u);
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
    expect((await runCommand(["gate"], { data })).stderr).toMatch(
      /--cohort and --candidate, or --explain/u,
    );
    expect((await gate({}, "--replay", " ")).stderr).toMatch(/^--replay .*empty/u);
    for (const odd of ["0x0", "1e-9", "1.5", "120%", "+0.78", " ", "0.7.8"]) {
      expect((await gate({}, "--min", odd)).stderr).toContain(`--min is ${odd}; `);
    }
    for (const share of ["70%", "0.7"]) {
      expect((await gate({}, "--min", share)).stderr).toMatch(/^--min is 0\.7 .*policy.* 0\.78;/u);
    }
    const none = join(data, "none.jsonl");
    const missing = await runCommand(
      ["gate", "--cohort", none, "--candidate", none, "--min", "0.78"],
      { data },
    );
    expect(missing.code).toBe(2);
    expect(missing.stderr).toMatch(/none\.jsonl", and nothing .*"main"/u);
  });
});
