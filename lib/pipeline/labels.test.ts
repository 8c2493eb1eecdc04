import { describe, expect, it } from "vitest";
import { labelledCase } from "@/lib/cases/labels/labelled-case";
import { defaultSettings } from "@/lib/domain/settings/settings";
import type { LabelAnswer, LabelChange, LabelPlace } from "@/lib/domain/quality/label";
import type { Scope } from "@/lib/domain/people/permission";
import { judgedCase } from "@/lib/evaluators/judged-case";
import { hashWords, readCaseLabels } from "@/lib/store/decisions/labels";
import { readCase, readCaseRevision } from "@/lib/store/cases/read-case";
import { supportCase, type SupportMessage } from "@/lib/testing/spans/support-case";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { applyChange } from "./changes/apply-change";
import { createPreparation } from "./intake/preparation";

const startUs = 1_767_600_000_000_000;
const hourUs = 3_600_000_000;
const wrong: LabelAnswer = { kind: "wrong" };

const first: readonly SupportMessage[] = [
  { who: "customer", text: "My line is down, my account number is 88213." },
  { who: "agent", text: "I will credit $40 to your account by Friday." },
];
const second: readonly SupportMessage[] = [
  { who: "customer", text: "Where is my credit?" },
  { who: "agent", text: "Could you tell me your account number?" },
  { who: "customer", text: "88213, as I said." },
];

describe("a label", () => {
  it("says what was said then, who says otherwise, and why, masked", async () => {
    await withCases(async (workspace) => {
      const reason = "She rang from +44 20 7946 0958 and said it was not.";
      await give(workspace, { kind: "interaction", ordinal: 0 }, { answer: wrong, reason });
      const [label] = await readCaseLabels(workspace.db, null, "C-1");
      expect(label).toMatchObject({
        actor: "person-1",
        caseId: "C-1",
        currentCaseId: "C-1",
        evaluator: "conversation_resolution",
        anchor: { kind: "interaction", message: { nth: 0 } },
        answer: wrong,
        evidenceHash: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown,
      });
      expect(label?.reason).toMatch(/^She rang from <PHONE:[0-9a-f]{16}> and/);
      const score = (await readCase(workspace.db, "C-1"))?.derived.scores.find(
        ({ evaluator, target }) =>
          evaluator === "conversation_resolution" && target.kind === "interaction",
      );
      expect(label?.said.says).toBe(score?.verdict.status);
      expect(label?.version).toBe(score?.version);
    });
  });

  it("replaces the same person's previous label, and nobody else's", async () => {
    await withCases(async (workspace) => {
      const place = { kind: "interaction", ordinal: 0 } as const;
      await give(workspace, place, { answer: wrong });
      await give(workspace, place, { answer: { kind: "right" }, actor: "person-2" });
      await give(workspace, place, { answer: { kind: "should-be-value", value: 1 } });
      const labels = await readCaseLabels(workspace.db, null, "C-1");
      expect(labels.map(({ actor, answer }) => [actor, answer.kind])).toEqual([
        ["person-2", "right"],
        ["person-1", "should-be-value"],
      ]);
    });
  });

  it("is withdrawn by whoever gave it, once", async () => {
    await withCases(async (workspace) => {
      const { id } = await give(workspace, { kind: "handoff", ordinal: 0 });
      const withdraw = (actor: string) =>
        apply(workspace, null, { kind: "label-withdrawn", actor, id: id ?? 0 });
      await expect(withdraw("person-2")).rejects.toThrow(/somebody else/);
      await withdraw("person-1");
      await expect(withdraw("person-1")).rejects.toThrow(/withdrawn already/);
      expect(await readCaseLabels(workspace.db, null, "C-1")).toEqual([]);
    });
  });

  it.each<[string, Partial<Given>, RegExp]>([
    ["without a reason", { answer: wrong, reason: " \u200b" }, /why/],
    ["in words that answer nothing", { answer: word("kept") }, /no answer/],
    ["on a case derived anew since", { mark: -1 }, /has changed since/],
    ["on what nobody scored", { evaluator: "mood" }, /has changed since/],
    ["on a case that is not there", { caseId: "C-9" }, /no case C-9/],
    ["on a case beyond the scope", { scope: { regions: ["EU"], teams: [] } }, /no case C-1/],
  ])("is refused %s", async (_, given, sentence) => {
    await withCases(async (workspace) => {
      const label = give(workspace, { kind: "interaction", ordinal: 0 }, given);
      await expect(label).rejects.toThrow(sentence);
      expect(await readCaseLabels(workspace.db, null, "C-1")).toEqual([]);
    });
  });

  it("is given to a promise and a fact by their words", async () => {
    await withCases(async (workspace) => {
      const { promise, fact } = await itemsOf(workspace);
      await give(workspace, promise, { answer: word("broken") });
      await give(workspace, fact, { answer: { kind: "right" } });
      const labels = await labelsNow(workspace);
      expect(labels.map(({ label }) => [label.evaluator, label.anchor.kind])).toEqual([
        ["promises", "promise"],
        ["context_retention", "fact"],
      ]);
      expect(labels.map(({ place }) => place)).toEqual([promise, fact]);
      expect(labels.map(({ label, now }) => now?.says === label.said.says)).toEqual([true, true]);
    });
  });
});

describe("labels through rebuilds", () => {
  const places: readonly LabelPlace[] = [
    { kind: "interaction", ordinal: 1 },
    { kind: "handoff", ordinal: 0 },
  ];

  it("hold on to their targets when an earlier contact arrives late and moves every place", async () => {
    await withCases(async (workspace) => {
      const { promise, fact } = await itemsOf(workspace);
      for (const place of [...places, promise, fact]) await give(workspace, place);
      const early: readonly SupportMessage[] = [
        { who: "customer", text: "Hello? Is anybody there?" },
      ];
      await workspace.ingestRequests([contact("C-1", "3", startUs - hourUs, early)]);
      await workspace.derive();
      const labels = await labelsNow(workspace);
      expect(labels.map(({ place }) => place)).toEqual([
        { kind: "interaction", ordinal: 2 },
        { kind: "handoff", ordinal: 1 },
        { ...promise, message: 2 },
        { ...fact, handoff: 1, message: 1 },
      ]);
    });
  });

  it("keep what was said by an earlier version beside what is said now", async () => {
    await withCases(async (workspace) => {
      await give(workspace, { kind: "interaction", ordinal: 0 });
      await workspace.db.write(async (connection) => {
        await connection.exec(
          `UPDATE labels SET version = 0, said = '{"says":"scored","value":0.05}'`,
        );
        await connection.exec("UPDATE cases SET derived_with = 'earlier'");
        await connection.exec("UPDATE settings SET value = 'earlier' WHERE name = 'derived_with'");
      });
      await workspace.derive();
      const [labelled] = await labelsNow(workspace);
      expect(labelled?.label).toMatchObject({ version: 0, said: { value: 0.05 } });
      expect(labelled?.now?.version).toBeGreaterThan(0);
      expect(labelled?.place).toEqual({ kind: "interaction", ordinal: 0 });
    });
  });

  it("follow a case to the one it is merged into, and come back with it", async () => {
    await withCases(async (workspace) => {
      await give(workspace, { kind: "interaction", ordinal: 0 });
      const merge = { kind: "case-merged", fromCaseId: "C-1", toCaseId: "C-2" } as const;
      const { id } = await apply(workspace, null, merge);
      await workspace.derive();
      const [moved] = await labelsNow(workspace, "C-2");
      expect(moved?.label).toMatchObject({ caseId: "C-1", currentCaseId: "C-2" });
      expect(moved?.place?.kind).toBe("interaction");
      await apply(workspace, null, { kind: "decision-removed", id: id ?? 0 });
      await workspace.derive();
      expect(await labelsNow(workspace, "C-2")).toEqual([]);
      expect((await labelsNow(workspace))[0]?.place?.kind).toBe("interaction");
    });
  });

  it("are detached, not lost, where nothing of their target is stored any more", async () => {
    await withCases(async (workspace) => {
      const { promise } = await itemsOf(workspace);
      for (const place of [...places, promise]) await give(workspace, place);
      await workspace.db.write(async (connection) => {
        await connection.exec(
          "UPDATE labels SET span_id = 'gone', anchor = replace(anchor, 'b', 'd')",
        );
      });
      const labels = await labelsNow(workspace);
      expect(labels.map(({ place, now }) => [place, now])).toEqual(labels.map(() => [null, null]));
      expect(labels).toHaveLength(3);
    });
  });

  it("show whether the evidence of an answer has changed", async () => {
    await withCases(async (workspace) => {
      await give(workspace, { kind: "handoff", ordinal: 0 });
      expect((await labelsNow(workspace))[0]?.isEvidenceSame).toBe(true);
      await workspace.db.write(async (connection) => {
        await connection.exec("UPDATE labels SET evidence_hash = '0'");
      });
      expect((await labelsNow(workspace))[0]?.isEvidenceSame).toBe(false);
    });
  });
});

type Given = {
  readonly caseId: string;
  readonly actor: string;
  readonly evaluator: string;
  readonly answer: LabelAnswer;
  readonly reason: string;
  readonly mark: number;
  readonly scope: Scope | null;
};

async function give(workspace: TestWorkspace, place: LabelPlace, given: Partial<Given> = {}) {
  const { caseId = "C-1", actor = "person-1", answer = { kind: "right" } } = given;
  const evaluator = place.kind === "handoff" ? "context_retention" : "conversation_resolution";
  const mark = given.mark ?? (await readCaseRevision(workspace.db, caseId)) ?? 0;
  const change = { caseId, actor, answer, mark, place, reason: given.reason ?? "Heard it myself." };
  return apply(workspace, given.scope ?? null, {
    kind: "label-given",
    ...change,
    evaluator: given.evaluator ?? evaluator,
  });
}

function word(said: string): LabelAnswer {
  return { kind: "should-be-word", word: said };
}

async function itemsOf({ db }: TestWorkspace): Promise<Record<"promise" | "fact", LabelPlace>> {
  const stored = await readCase(db, "C-1");
  const quote = stored?.knowledge?.promises[0]?.quote;
  const given = stored?.knowledge?.handoffFacts[0]?.facts[0]?.given;
  if (quote === undefined || given === undefined) throw new Error("Nothing was found in the case.");
  return { promise: { kind: "promise", ...quote }, fact: { kind: "fact", handoff: 0, ...given } };
}

async function labelsNow({ db }: TestWorkspace, caseId = "C-1") {
  const stored = await readCase(db, caseId);
  if (stored === null) throw new Error("There is no case.");
  return labelledCase(judgedCase(stored), await readCaseLabels(db, null, caseId), hashWords);
}

function contact(caseId: string, mark: string, atUs: number, sayings: readonly SupportMessage[]) {
  const attributes = { interaction_id: mark, region: "US" };
  return supportCase({ caseId, idSuffix: mark, startUs: atUs, messages: sayings, attributes });
}

function withCases<T>(work: (workspace: TestWorkspace) => Promise<T>): Promise<T> {
  return withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests([
      contact("C-1", "1", startUs, first),
      contact("C-1", "2", startUs + 30 * hourUs, second),
      contact("C-2", "7", startUs, first),
    ]);
    await workspace.derive();
    return work(workspace);
  });
}

type Change = LabelChange | Parameters<typeof applyChange>[1];

function apply({ db, folder }: TestWorkspace, scope: Scope | null, change: Change) {
  const { masker } = createPreparation(defaultSettings, folder);
  const mask = (text: string) => masker.text.mask(text).text;
  return applyChange({ db, scope, nowUs: startUs, mask }, change);
}
