import { afterAll, describe, expect, it } from "vitest";
import { readReplays } from "@/lib/store/gate/replays";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { fillFolder } from "@/lib/testing/fill-folder";
import { jsonLines } from "@/lib/testing/gate-rows";
import { createScratch } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { asReplay } from "@/lib/testing/spans/as-replay";
import { asLines } from "@/lib/testing/spans/otlp";
import { recordedCalls } from "@/lib/testing/review-calls";
import { inDataFolder } from "@/lib/testing/stored-runs";

const scratch = createScratch();
afterAll(() => scratch.remove());

type Requests = ReturnType<typeof recordedCalls>;
/** Calls C-0 to C-5, each of traces of its own. */
const calls = Array.from({ length: 6 }, (_, at) => recordedCalls(at, at + 1));
const call = (at: number): Requests => calls[at] ?? [];
const traceOf = (requests: Requests) =>
  /"traceId":"([0-9a-f]+)"/u.exec(JSON.stringify(requests))?.[1] ?? "";

const item = (id: string, more: object = {}) => ({ id, channels: ["chat", "voice"], ...more });
const cohort = jsonLines([
  ...[item("own"), item("C-1"), item("of-source", { source: "C-2" }), item("mapped")],
  item("absent", { expected: "the card 4111 1111 1111 1111 is refunded" }),
]);

async function withCohort(): Promise<string> {
  const data = scratch.folder();
  const file = scratch.file("golden.jsonl", cohort);
  const made = await runCommand(["cohort", "import", file, "--name", "golden"], { data });
  expect(made).toMatchObject({ code: 0, stderr: "" });
  return data;
}

const importRun = (data: string, requests: readonly object[], ...more: readonly string[]) => {
  const file = scratch.file("replay.otlp.jsonl", asLines(requests));
  return runCommand(["run", "import", file, "--run", "v15-1", "--release", "v15", ...more], {
    data,
  });
};

describe("throughline run import", () => {
  it("joins traces to items, refuses others, and nothing enters production", async () => {
    const data = await withCohort();
    const map = scratch.file("map.csv", `id,item,repeat\n${traceOf(call(3))},mapped,3\n`);
    const requests = [
      ...asReplay(call(0), { run: "theirs", item: "own", release: "abc", cohort: "x" }, ""),
      ...[1, 2, 3, 4].flatMap(call),
      ...asReplay(call(5), { run: "theirs", item: "stranger" }, ""),
    ];
    const given = ["--cohort", "golden", "--map", map];
    const { code, stdout, stderr } = await importRun(data, requests, ...given);
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).toMatch(/^v15-1: 4 items of the 5 of golden, 4 replays; \d+ spans accepted/u);
    expect(stdout).toContain(
      `2 traces refused, of which nothing is stored; declare throughline.cohort.item on them, or name their items with --map:
  trace ${traceOf(call(4))} names no item, and its case C-4 is none of the cohort
  trace ${traceOf(call(5))} names stranger, which is no item of the cohort
1 item without a replay:
  absent: no trace of it came
`,
    );
    await inDataFolder(data, async (db) => {
      expect(await listCaseIds(db)).toEqual([]);
      const replays = await readReplays(db, "v15-1");
      expect(replays.map((each) => [each.item, each.repeat, each.release])).toEqual([
        ["C-1", 1, "v15"],
        ["mapped", 3, "v15"],
        ["of-source", 1, "v15"],
        ["own", 1, "v15"],
      ]);
      expect(new Set(replays.map((each) => each.cohort))).toEqual(
        new Set([expect.stringMatching(/^[0-9a-f]{64}$/u)]),
      );
    });
    const again = await importRun(data, requests, ...given);
    expect(again.stdout).toMatch(/^v15-1: 4 items of the 5 .* 0 spans accepted, \d+ duplicate/u);
    expect((await runCommand(["run", "list"], { data })).stdout).toMatch(
      /^v15-1: v15, 4 items, 4 replays, 1 missing, 20/u,
    );
  });

  it("reads transcripts, and the same file twice as one", async () => {
    const data = await withCohort();
    const messages = [
      { role: "user", content: "Where is my parcel?" },
      { role: "assistant", content: "It comes today." },
    ];
    const rows = ["own", "nobody"].map((named) => ({ item: named, channel: "chat", messages }));
    const file = scratch.file("transcripts.jsonl", jsonLines(rows));
    const run = ["run", "import", file, "--run", "v15-1", "--release", "v15", "--cohort", "golden"];
    const { stdout } = await runCommand(run, { data });
    expect(stdout).toMatch(/^v15-1: 1 item of the 5 of golden, 1 replay;/u);
    expect(stdout).toContain("1 trace refused");
    expect((await runCommand(run, { data })).stdout).toContain(" 0 spans accepted, ");
    await inDataFolder(data, async (db) => {
      expect(await listCaseIds(db)).toEqual([]);
      expect(await readReplays(db, "v15-1")).toMatchObject([{ item: "own", release: "v15" }]);
    });
  });

  it("leaves traces alone that are of production or of another run", async () => {
    const data = await withCohort();
    await fillFolder(data, asLines(call(1)));
    await importRun(data, call(2), "--cohort", "golden");
    const file = scratch.file("replay.jsonl", asLines([...call(1), ...call(2)]));
    const other = ["--run", "v15-2", "--release", "v15", "--cohort", "golden"];
    const { stdout } = await runCommand(["run", "import", file, ...other], { data });
    expect(stdout).toContain("is stored already as a trace of production");
    expect(stdout).toContain("is stored already in the run v15-1");
    await inDataFolder(data, async (db) => expect(await listCaseIds(db)).toEqual(["C-1"]));
  });

  it("stores no run of which nothing could be read", async () => {
    const data = await withCohort();
    const { code, stderr } = await importRun(data, call(4), "--cohort", "golden");
    expect(stderr).toBe("No run v15-1 is stored: nothing of it could be read.\n");
    expect(code).toBe(2);
    const listed = await runCommand(["run", "list"], { data });
    expect(listed.stdout).toContain("No run is stored");
  });

  it("removes a run with its traces, which then can come again", async () => {
    const data = await withCohort();
    await importRun(data, call(1), "--cohort", "golden");
    const unconfirmed = await runCommand(["run", "remove", "v15-1"], { data });
    expect(unconfirmed).toMatchObject({ code: 2, stdout: "" });
    expect(unconfirmed.stderr).toMatch(
      /^This removes 1 replay with \d+ spans for good; nothing was/u,
    );
    const removed = await runCommand(["run", "remove", "v15-1", "--yes"], { data });
    expect(removed.stdout).toMatch(/^Removed 1 replay with/u);
    expect((await runCommand(["run", "list"], { data })).stdout).toMatch(/^No run is stored;/u);
    expect((await importRun(data, call(1), "--cohort", "golden")).stdout).toMatch(
      /^v15-1: 1 item/u,
    );
  });

  it("says in one sentence what is wrong", async () => {
    const data = await withCohort();
    await importRun(data, call(1), "--cohort", "golden");
    const said = async (...args: readonly string[]) => {
      const { code, stdout, stderr } = await runCommand(args, { data });
      expect([code, stdout]).toEqual([2, ""]);
      return stderr.trimEnd();
    };
    const file = scratch.file("a.jsonl", asLines(call(1)));
    const map = scratch.file("map.csv", "trace,item\na,b\n");
    const v15 = ["run", "import", file, "--release", "v15"];
    expect(await said(...v15, "--run", "r", "--cohort", "gold")).toMatch(
      /^There is no file and no/u,
    );
    expect(await said(...v15, "--run", "r", "--map", map)).toMatch(
      /^map\.csv: is no mapping; begin/u,
    );
    expect(await said(...v15, "--run", " ")).toBe("--run is empty; give a name on one line.");
    expect(await said("run", "import", file, "--run", "r", "--release", "v15\u200b")).toBe(
      "--release holds an invisible character; remove it.",
    );
    expect(await said("run", "import", file, "--run", "v15-1", "--release", "v16")).toBe(
      "There is a run v15-1 of the release v15; choose another --run, or remove it first: throughline run remove v15-1 --yes.",
    );
    expect(await said("run", "remove", "r", "--yes")).toBe(
      'There is no run "r"; throughline run list shows them.',
    );
  });

  it("reads what it can of a file that is no traces", async () => {
    const data = await withCohort();
    const garbage = scratch.file("a.txt", "Segmentation fault");
    const run = ["--run", "r", "--release", "v15", "--cohort", "golden"];
    const { code, stdout } = await runCommand(["run", "import", garbage, ...run], { data });
    expect(code).toBe(2);
    expect(stdout).toContain("1 place could not be read:\n  start of the input: This is none of");
    expect(stdout).toContain("5 items without a replay:");
  });
});

describe("throughline cohort", () => {
  it("lists, shows and exports what was imported, with its words masked", async () => {
    const data = await withCohort();
    const run = (...args: readonly string[]) => runCommand(["cohort", ...args], { data });
    expect((await run("list")).stdout).toMatch(/^golden@1: 5 cases, 20.*, [0-9a-f]{64}\n$/u);
    const shown = (await run("show", "golden")).stdout;
    expect(shown).toMatch(
      /^golden@1, [0-9a-f]{64}\n5 cases, 5 of them over two channels or more\.\n/u,
    );
    const exported = (await run("export", "golden@1")).stdout;
    expect(exported).not.toContain("4111");
    const file = scratch.file("again.jsonl", exported);
    expect((await run("import", file, "--name", "golden")).stdout).toMatch(/^golden@1: 5 cases/u);
    const more = scratch.file("more.jsonl", exported + jsonLines([item("new")]));
    expect((await run("import", more, "--name", "golden")).stdout).toMatch(/^golden@2: 6 cases/u);
    const bad = await run("import", file, "--name", "golden@2");
    expect(bad.stderr).toMatch(/^--name is golden@2, which reads as a hash or a version;/u);
  });
});

describe("a second try of the same cases", () => {
  it("does not count in place of the first: they are not scored", async () => {
    const data = await withCohort();
    const given = ["--run", "v15-1", "--release", "v15", "--cohort", "golden"];
    const transcripts = (answer: string) =>
      scratch.file(
        "tries.jsonl",
        jsonLines(
          ["own", "C-1"].map((id) => ({
            ...{ item: id, channel: "chat" },
            messages: [
              { role: "customer", content: "I was promised my money back." },
              { role: "agent", content: answer },
              { role: "customer", content: "Thank you, that solved it!" },
            ],
          })),
        ),
      );
    for (const answer of ["I know of no such promise.", "The 20 dollars are on your card."]) {
      const tried = await runCommand(["run", "import", transcripts(answer), ...given], { data });
      expect(tried.stdout).toContain("0 duplicate");
    }
    await inDataFolder(data, async (db) => {
      const outcomes = (await readReplays(db, "v15-1")).flatMap((each) => each.outcomes);
      expect(outcomes.every(({ score }) => score === null)).toBe(true);
      expect(outcomes[0]?.error).toMatch(/^replayed twice on chat/u);
    });
  });

  it("refuses a name that would be masked", async () => {
    const data = await withCohort();
    const { code, stderr } = await importRun(data, call(1), "--run", "of al@example.com");
    expect([code, stderr]).toEqual([2, expect.stringContaining("reads as personal data")]);
  });
});
