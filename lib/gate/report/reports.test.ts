import { describe, expect, it } from "vitest";
import { describeVerdict } from "@/lib/format/gate/describe-verdict";
import { sha256 } from "@/lib/store/sha256";
import { gateInput } from "@/lib/testing/gate-input";
import { cohortRows, gateId, outcomeRows, resolvedFirst } from "@/lib/testing/gate-rows";
import { makeRecord } from "../record";
import { junitReport } from "./junit-report";
import { markdownReport } from "./markdown-report";

type Given = Parameters<typeof gateInput>[0];

function reportsOf(given: Given) {
  const { verdict, input } = makeRecord(gateInput(given), sha256);
  const description = describeVerdict(verdict, input, new Map());
  return {
    markdown: markdownReport(description),
    junit: junitReport(description, input.policy),
    exitCode: verdict.exitCode,
  };
}

/** Two cases regress; their ids and the release are markup. */
const hostile = ["<img src=x>|`a``b`", "@team #1 *b* [c](d)"] as const;
const renamed = <Row extends Readonly<Record<string, unknown>>>(
  rows: readonly Row[],
  key: string,
) => rows.map((row, at) => (at < 2 ? { ...row, [key]: hostile[at] } : row));
const given: Given = {
  cohort: renamed(cohortRows(), "id"),
  candidate: renamed(
    outcomeRows(
      resolvedFirst(150).map((resolved, at) => at > 1 && resolved),
      { release: "v15_*<b>" },
    ),
    "item",
  ),
  baseline: renamed(outcomeRows(resolvedFirst(150)), "item"),
};

describe("markdownReport", () => {
  it("leads with verdict, number and what decided, then the regressed cases", () => {
    const { markdown } = reportsOf({
      candidate: outcomeRows(resolvedFirst(148)),
      baseline: outcomeRows(resolvedFirst(150)),
    });
    expect(markdown.split("\n\n").slice(0, 3)).toEqual([
      "### BLOCK: v15 on golden, attempt 1",
      expect.stringMatching(/^\*\*148 of 200 .*\(74%\), .* 68–80%; bar 78%\.\*\*$/u),
      expect.stringMatching(/: Minimum\. 74% .* 78%\.$/u),
    ]);
    expect(markdown).toContain(
      `<details open><summary>Regressed (2)</summary>\n\n\`${gateId(148)}\`, \`${gateId(149)}\`\n`,
    );
    expect(markdown).toContain("| **Minimum** | **blocks** | 74% is below the bar, 78%. |");
  });

  it("writes ids and names as text", () => {
    const { markdown } = reportsOf(given);
    expect(markdown).toContain(String.raw`### BLOCK: v15\_\*\<b\> on golden`);
    expect(markdown).toContain("``` <img src=x>|`a``b` ```, `@team #1 *b* [c](d)`");
  });

  it("lists what was not scored by reason, the most frequent first", () => {
    const errors = ['no "end" of `x`', "timed out"];
    const { markdown } = reportsOf({
      candidate: outcomeRows(resolvedFirst(190)).map((row, at) =>
        at < 20 ? { item: gateId(at), error: errors[at < 3 ? 0 : 1] } : row,
      ),
    });
    const twelve = Array.from({ length: 12 }, (_, at) => `\`${gateId(at + 3)}\``).join(", ");
    expect(markdown).toContain(
      `<summary>Not scored, v15 (20)</summary>\n\n- 17 · \`timed out\`: ${twelve} and 5 more, in the JSON report\n- 3 · `,
    );
  });

  it("counts what a comment has no room for", () => {
    const { markdown } = reportsOf({
      cohort: cohortRows(500),
      candidate: outcomeRows(resolvedFirst(0, 500)),
    });
    expect(markdown).toContain("<summary>Not resolved (500)</summary>");
    expect(markdown).toContain(`\`${gateId(199)}\`\n\nand 300 more, in the JSON report`);
    expect(markdown).not.toContain(gateId(200));
  });
});

describe("junitReport", () => {
  it("escapes ids, and lists the cases in the rule that decided", () => {
    const { junit } = reportsOf(given);
    expect(junit).toContain(
      '<testcase classname="gate" name="Minimum"><failure message="74% is below the bar, 78%.">Regressed (2): &lt;img src=x&gt;|`a``b`, @team #1 *b* [c](d)\n',
    );
    expect(junit).toContain('<testsuite name="BLOCK: v15_*&lt;b&gt; on golden, attempt 1"');
  });

  const pass = outcomeRows(resolvedFirst(160));
  it.each<[Given, number]>([
    [{ candidate: pass }, 0],
    [{ candidate: pass, policy: "minimum: 0.78\nnot_proven: sign_off" }, 1],
    [{ candidate: pass, policy: "minimum: 0.78\nnot_proven: block" }, 1],
    [{ candidate: pass, policy: "minimum: 0.81" }, 1],
    [{ candidate: pass.slice(5) }, 2],
  ])("fails exactly if the exit code is not 0", (each, code) => {
    const { junit, exitCode } = reportsOf(each);
    expect(exitCode).toBe(code);
    expect(/ failures="0" errors="0"/u.test(junit)).toBe(code === 0);
    expect(/<(failure|error) /u.test(junit)).toBe(code !== 0);
  });
});
