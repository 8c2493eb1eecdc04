import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { GatePolicy } from "@/lib/domain/gate/policy";
import type { GateVerdict } from "@/lib/domain/gate/verdict";
import type { GateDescription } from "@/lib/format/gate/describe-verdict";
import { ruleSentence, shareSentence } from "@/lib/format/gate/rule-words";
import {
  cohortRows,
  gateId,
  jsonLines,
  labelRows,
  outcomeRows,
  resolvedFirst,
} from "@/lib/testing/gate-rows";
import { createScratch } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";

const scratch = createScratch();
afterAll(() => scratch.remove());

type Rows = Parameters<typeof jsonLines>[0];
type Given = {
  readonly cohort?: Rows;
  readonly candidate: Rows;
  readonly baseline?: Rows;
  readonly labels?: Rows;
  readonly policy?: string;
  readonly more?: readonly string[];
};

/** Runs the gate on files. */
async function gate({ cohort = cohortRows(), candidate, baseline, labels, policy, more }: Given) {
  const files = {
    cohort: scratch.file("golden-200.jsonl", jsonLines(cohort)),
    candidate: scratch.file("v15.jsonl", jsonLines(candidate)),
    ...(baseline && { baseline: scratch.file("v14.jsonl", jsonLines(baseline)) }),
    ...(labels && { labels: scratch.file("labels.jsonl", jsonLines(labels)) }),
    ...(policy !== undefined && { policy: scratch.file("gate.yaml", policy) }),
  };
  const options = Object.entries(files).flatMap(([name, path]) => [`--${name}`, path]);
  const bar = policy === undefined ? ["--min", "0.78"] : [];
  return runCommand(["gate", ...options, ...bar, ...(more ?? [])], { data: scratch.folder() });
}

/** What the gate writes as JSON. */
type Report = Pick<GateVerdict, "verdict" | "figures"> &
  Pick<GateDescription, "title" | "share" | "decidedBy" | "decided" | "remarks"> & {
    readonly policy: GatePolicy;
  };

async function report({ more = [], ...given }: Given): Promise<Report> {
  const { stdout } = await gate({ ...given, more: [...more, "--format", "json"] });
  return JSON.parse(stdout) as Report;
}

/** So many cases whose outcome changes each way, of 200 that are else resolved at 85 %. */
function changed(regressed: number, fixed: number) {
  const baseline = resolvedFirst(185);
  const candidate = baseline.map((resolved, at) => {
    if (at < regressed) return false;
    return at >= 200 - fixed ? true : resolved;
  });
  return { candidate: outcomeRows(candidate), baseline: outcomeRows(baseline) };
}

const unscored = (count: number, resolved: number) =>
  outcomeRows(resolvedFirst(resolved).map((each, at) => (at >= 200 - count ? null : each)));
const perfect = labelRows(200);

describe("throughline gate gives the verdict", () => {
  it.each<[string, Given, string, number, string]>([
    ["155 of 200", { candidate: outcomeRows(resolvedFirst(155)) }, "block", 1, "minimum"],
    ["156 of 200", { candidate: outcomeRows(resolvedFirst(156)) }, "pass_not_proven", 0, "proof"],
    [
      "165 of 200, with labels",
      { candidate: outcomeRows(resolvedFirst(165)), labels: perfect },
      ...(["pass_not_proven", 0, "proof"] as const),
    ],
    [
      "166 of 200, with labels",
      { candidate: outcomeRows(resolvedFirst(166)), labels: perfect },
      ...(["pass_proven", 0, "proof"] as const),
    ],
    [
      "170 of 200, without labels",
      { candidate: outcomeRows(resolvedFirst(170)) },
      ...(["pass_not_proven", 0, "proof"] as const),
    ],
    [
      "170 of 200, with one label too few",
      { candidate: outcomeRows(resolvedFirst(170)), labels: labelRows(49) },
      ...(["pass_not_proven", 0, "proof"] as const),
    ],
    [
      "170 of 200, with labels that show a lenient evaluator",
      { candidate: outcomeRows(resolvedFirst(170)), labels: labelRows(100, 100, 75) },
      ...(["pass_not_proven", 0, "proof"] as const),
    ],
    [
      "170 of 200, with labels of another version",
      {
        candidate: outcomeRows(resolvedFirst(170)),
        labels: perfect.map((label) => ({ ...label, version: "20" })),
      },
      ...(["pass_not_proven", 0, "proof"] as const),
    ],
    [
      "140 of 200 cross-channel, 110 of them resolved",
      { cohort: cohortRows(200, 140), candidate: outcomeRows(resolvedFirst(110)) },
      ...(["pass_not_proven", 0, "proof"] as const),
    ],
    [
      "140 of 200 cross-channel, 109 of them resolved and the other 60",
      {
        cohort: cohortRows(200, 140),
        candidate: outcomeRows(resolvedFirst(200).map((_, at) => at < 109 || at >= 140)),
      },
      ...(["block", 1, "minimum"] as const),
    ],
    [
      "99 of 200 cross-channel",
      { cohort: cohortRows(200, 99), candidate: outcomeRows(resolvedFirst(190)) },
      ...(["invalid", 2, "cross_channel_size"] as const),
    ],
    [
      "199 cases",
      { cohort: cohortRows(199), candidate: outcomeRows(resolvedFirst(190, 199)) },
      ...(["invalid", 2, "cohort_size"] as const),
    ],
    ["3 % not scored", { candidate: unscored(6, 190) }, "invalid", 2, "scored"],
    ["2 % not scored", { candidate: unscored(4, 160) }, "pass_not_proven", 0, "proof"],
    [
      "2.7 % of the cross-channel cases not scored, which without them reaches the bar",
      {
        cohort: cohortRows(200, 150),
        candidate: outcomeRows(
          resolvedFirst(116).map((each, at) => (at >= 146 && at < 150 ? null : each)),
        ),
      },
      ...(["invalid", 2, "scored"] as const),
    ],
    [
      "3 % of the baseline not scored",
      { candidate: outcomeRows(resolvedFirst(190)), baseline: unscored(6, 160) },
      ...(["invalid", 2, "scored"] as const),
    ],
    [
      "6 cases missing from the run",
      { candidate: outcomeRows(resolvedFirst(190, 194)) },
      ...(["invalid", 2, "scored"] as const),
    ],
    [
      "two versions of the evaluator",
      {
        candidate: outcomeRows(resolvedFirst(190)),
        baseline: outcomeRows(resolvedFirst(190), { version: "20" }),
      },
      ...(["invalid", 2, "same_evaluator"] as const),
    ],
    [
      "another cohort's hash",
      { candidate: outcomeRows(resolvedFirst(190), { cohort: "0".repeat(64) }) },
      ...(["invalid", 2, "same_cohort"] as const),
    ],
    [
      "a case that the cohort lacks",
      { candidate: outcomeRows(resolvedFirst(190, 201)) },
      ...(["invalid", 2, "same_cases"] as const),
    ],
  ])("of %s", async (_, given, verdict, exitCode, decidedBy) => {
    const { code, stdout, stderr } = await gate({ ...given, more: ["--format", "json"] });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toMatchObject({ verdict, exitCode, decidedBy });
    expect(code).toBe(exitCode);
  });

  it.each([
    [0, 5],
    [1, 7],
    [2, 9],
    [3, 10],
    [5, 13],
    [8, 18],
    [10, 20],
    [15, 27],
  ])("of the fewest significant regressions beside %d fixed: %d", async (fixed, regressed) => {
    const policy = "minimum: 0.5";
    const worse = await gate({ ...changed(regressed, fixed), policy });
    expect(worse.stdout).toMatch(/^BLOCK: .*\n.*\nDecided by: Regression\./u);
    expect(worse.code).toBe(1);
    const less = await gate({ ...changed(regressed - 1, fixed), policy });
    expect(less.stdout).toMatch(/^PASS, not proven: /u);
    expect(less.code).toBe(0);
  });
});

describe("throughline gate --record", () => {
  it("counts attempts by their outcomes, and decides its records again byte for byte", async () => {
    const record = join(scratch.folder(), "records.jsonl");
    const tried = [155, 154, 156].map((resolved) => outcomeRows(resolvedFirst(resolved)));
    const titles: string[][] = [];
    for (const candidate of [...tried, ...tried.slice(1, 2)]) {
      const { stdout } = await gate({ candidate, more: ["--record", record] });
      titles.push(/^(.+): v15 .* (\d)\n/u.exec(stdout)?.slice(1) ?? []);
    }
    expect(titles).toEqual([
      ["BLOCK", "1"],
      ["BLOCK", "2"],
      ["PASS, not proven", "3"],
      ["BLOCK", "2"],
    ]);
    const text = readFileSync(record, "utf8");
    expect(text.trimEnd().split("\n")).toHaveLength(3);

    const again = await runCommand(["gate", "--explain", record], { data: scratch.folder() });
    expect(again.code).toBe(0);
    expect(again.stdout.match(/identical byte for byte/gu)).toHaveLength(3);
    expect(again.stdout).toContain("3 attempts 45.9%");

    const [, ...kept] = text.split("\n");
    const pruned = scratch.file("pruned.jsonl", kept.join("\n"));
    const fourth = outcomeRows(resolvedFirst(157));
    const next = await report({ candidate: fourth, more: ["--record", pruned] });
    expect(next).toMatchObject({ verdict: "pass_not_proven", figures: { attempt: 4 } });
    const explained = await runCommand(["gate", "--explain", pruned], { data: scratch.folder() });
    expect(explained.code).toBe(1);
    expect(explained.stdout).toMatch(/1 earlier attempt .*not recorded/u);

    const raised = scratch.file("raised.jsonl", text.replace('"score":0.2', '"score":0.9'));
    const altered = await runCommand(["gate", "--explain", raised], { data: scratch.folder() });
    expect(altered.code).toBe(1);
    expect(altered.stdout).toMatch(/raised\.jsonl, line 1: .* NOT .*candidate and verdict/u);

    const older = scratch.file(
      "older.jsonl",
      text.replace(/"gateVersion":\d+/u, '"gateVersion":1'),
    );
    const partly = await runCommand(["gate", "--explain", older], { data: scratch.folder() });
    expect(partly.code).toBe(1);
    expect(partly.stdout).toMatch(
      /line 1: decided by version 1 of the gate, which [^]*line 3: decided again, identical/u,
    );
    expect(partly.stdout).not.toContain("not recorded above");
  });
});

it("throughline gate knows the flip rate by the file of --record", async () => {
  const record = join(scratch.folder(), "records.jsonl");
  const repeats = [1, 2, 3].flatMap((repeat) =>
    outcomeRows(resolvedFirst(repeat === 2 ? 181 : 170), { repeat }),
  );
  await gate({ candidate: repeats, more: ["--record", record] });
  const once = { candidate: outcomeRows(resolvedFirst(170)), more: ["--record", record] };
  expect(await report({ ...once, labels: perfect })).toMatchObject({
    ...{ verdict: "pass_not_proven", decidedBy: "flip_rate" },
    figures: { flipRate: { release: "v15", hits: 11, of: 200 } },
  });
  const alone = await report({ ...once, more: [], labels: perfect });
  expect(alone).toMatchObject({ verdict: "pass_proven", figures: { flipRate: null } });
});

describe("throughline gate writes text", () => {
  it("that says of an invalid run that its number decides nothing", async () => {
    const given = { candidate: unscored(6, 190) };
    const { title, share, decidedBy, decided, figures, policy } = await report(given);
    expect(figures).toMatchObject({ attempt: 1, share: { resolved: 190, scored: 194 } });
    const ofShare = shareSentence(figures, policy);
    expect(share).not.toBe(ofShare);
    expect(share).toContain(ofShare);
    expect(decidedBy).toBe("scored");
    expect(decided).toContain(ruleSentence("scored", figures, policy));
    const { stdout } = await gate(given);
    expect(stdout.split("\n").slice(0, 3)).toEqual([title, share, decided]);
  });

  it("with what was expected of a case, and the share of each stratum", async () => {
    const cohort = cohortRows().map((row, at) => ({
      ...{ ...row, stratum: at < 100 ? "refund" : "outage" },
      expected: "told by when",
    }));
    const { stdout } = await gate({ cohort, candidate: outcomeRows(resolvedFirst(199)) });
    expect(stdout).toContain("outage 99 of 100, refund 100 of 100");
    expect(stdout).toMatch(/Not resolved \(1\):\n {2}1 · .* told by when: case-199\n/u);
  });

  it("with number, interval, denominator, what decided and the lists", async () => {
    const { candidate, baseline } = changed(14, 6);
    const { stdout } = await gate({ candidate, baseline });
    const { share, decided, remarks, figures } = await report({ candidate, baseline });
    expect(figures.share).toMatchObject({ resolved: 177, scored: 200 });
    const [low, high] = figures.share?.interval ?? [];
    expect([low, high]).toEqual([expect.closeTo(0.83, 2), expect.closeTo(0.92, 2)]);
    expect(figures.paired?.regressed).toHaveLength(14);
    expect(figures.paired?.fixed).toHaveLength(6);
    expect(figures.paired?.bothResolved).toBe(171);
    expect(figures.paired?.chance).toBeCloseTo(0.058, 3);
    expect(figures.paired?.neitherResolved).toHaveLength(9);
    for (const words of [share, decided, ...remarks]) expect(stdout).toContain(words);
    const ids = Array.from({ length: 14 }, (_, at) => gateId(at)).join(", ");
    expect(stdout).toContain(`Regressed (14): ${ids}\n`);
  });
});
