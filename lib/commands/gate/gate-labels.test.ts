import { expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/settings/settings";
import type { LabelAnswer } from "@/lib/domain/quality/label";
import type { GateVerdict } from "@/lib/domain/gate/verdict";
import { labelRemark } from "@/lib/format/gate/label-words";
import { evaluators } from "@/lib/evaluators/registry";
import { applyChange } from "@/lib/pipeline/changes/apply-change";
import { createPreparation } from "@/lib/pipeline/intake/preparation";
import { readCaseRevision } from "@/lib/store/cases/read-case";
import { jsonLines, labelRows, resolvedFirst } from "@/lib/testing/gate-rows";
import { createScratch } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { supportCase } from "@/lib/testing/spans/support-case";
import { gateItems, inDataFolder, storeCohort, storeRun } from "@/lib/testing/stored-runs";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";

const startUs = Date.UTC(2026, 9, 1) * 1000;
const dayUs = 86_400_000_000;
const version = String(
  evaluators.find(({ name }) => name === "conversation_resolution")?.version ?? 0,
);

/** Three cases of production whose contact is scored, and a run of v15 on a cohort. */
async function fill({ db, ingestRequests, derive }: TestWorkspace): Promise<void> {
  await ingestRequests(
    [1, 2, 3].map((number) =>
      supportCase({
        caseId: `C-${String(number)}`,
        idSuffix: `0${String(number)}`,
        startUs: startUs + number * dayUs,
        messages: [
          { who: "customer", text: "Please cancel my flight to Boston, booking W123." },
          { who: "tool", text: '{"status":"cancelled"}' },
          { who: "agent", text: "Your flight is cancelled." },
        ],
      }),
    ),
  );
  await derive();
  const cohort = await storeCohort(db, "golden-200", gateItems(200));
  await storeRun(db, { run: "v15-a", release: "v15", cohort, version }, resolvedFirst(170));
  await storeRun(db, { run: "old", release: "v9", cohort, version: "1" }, resolvedFirst(170));
}

async function give(folder: string, caseId: string, answer: LabelAnswer, actor: string) {
  const { masker } = createPreparation(defaultSettings, folder);
  await inDataFolder(folder, async (db) => {
    const context = {
      db,
      scope: null,
      nowUs: startUs,
      mask: (t: string) => masker.text.mask(t).text,
    };
    const mark = (await readCaseRevision(db, caseId)) ?? 0;
    const place = { kind: "interaction", ordinal: 0 } as const;
    const label = { caseId, mark, place, evaluator: "conversation_resolution", reason: "I asked." };
    await applyChange(context, { kind: "label-given", actor, answer, ...label });
  });
}

it("measures the evaluator's error on the labels that people gave on the workspace's pages", async () => {
  await withTestWorkspace(async (workspace) => {
    await fill(workspace);
    const data = workspace.folder;
    const gate = (...more: readonly string[]) => runCommand(["gate", ...more], { data });
    const judge = (candidate: string, ...more: readonly string[]) =>
      gate("--cohort", "golden-200", "--candidate", candidate, "--min", "0.78", ...more);
    const reported = async (candidate: string, ...more: readonly string[]) => {
      const { stdout } = await judge(candidate, "--format", "json", ...more);
      return JSON.parse(stdout) as Pick<GateVerdict, "figures"> & { remarks: readonly string[] };
    };
    const labelsOf = (hits: number, of: number) => ({ hits, of });
    expect((await reported("v15")).figures.proof).toMatchObject({
      ...{ sensitivity: labelsOf(0, 0), specificity: labelsOf(0, 0) },
    });

    await give(data, "C-1", { kind: "right" }, "u1");
    await give(data, "C-2", { kind: "wrong" }, "u1");
    await give(data, "C-3", { kind: "wrong" }, "u1");
    await give(data, "C-3", { kind: "right" }, "u2");
    const labelled = await judge("v15");
    const { figures, remarks } = await reported("v15");
    const openedUs = [startUs + dayUs, startUs + 2 * dayUs];
    expect(figures.proof).toMatchObject({
      ...{ sensitivity: { of: 1 }, specificity: { of: 1 }, foreignLabels: 0 },
      labelSource: { openedUs, disputed: 1, incomparable: 0 },
    });
    expect(remarks).toContain(labelRemark(figures));
    expect((await reported("v9")).figures.proof.foreignLabels).toBe(2);

    await give(data, "C-3", { kind: "right" }, "u1");
    const explained = await gate("--explain", "v15-a");
    expect(explained.code).toBe(0);
    expect(explained.stdout.match(/identical byte for byte/gu)).toHaveLength(2);
    expect(explained.stdout).toContain(labelled.stdout.trimEnd());

    const own = { evaluator: "conversation_resolution", version };
    const file = createScratch();
    const labels = file.file(
      "l.jsonl",
      jsonLines(labelRows(60).map((row) => ({ ...row, ...own }))),
    );
    const byFile = await reported("v15", "--labels", labels);
    file.remove();
    expect(byFile.figures.proof).toMatchObject({
      ...{ sensitivity: labelsOf(60, 60), specificity: labelsOf(60, 60), labelSource: null },
    });
  });
});
