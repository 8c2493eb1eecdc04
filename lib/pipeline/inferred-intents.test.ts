import { describe, expect, it } from "vitest";
import type { InferredIntent } from "@/lib/domain/case/case";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import { readCase } from "@/lib/store/cases/read-case";
import { requestsByIntent } from "@/lib/testing/requests-by-intent";
import type { OtlpRequest } from "@/lib/testing/spans/otlp";
import { runSeed } from "@/lib/testing/runs";
import { seededRandom } from "@/lib/testing/seeded-random";
import { supportCase } from "@/lib/testing/spans/support-case";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { adoptIntents, learnWorkspaceIntents, readIntentState } from "./changes/adopt-intents";

const dayUs = 86_400_000_000;
const startUs = 1_767_600_000_000_000;

function caseOf(index: number, caseId: string, text: string, intent?: string): OtlpRequest {
  return supportCase({
    caseId,
    idSuffix: index.toString(16).padStart(4, "0"),
    startUs: startUs + index * dayUs,
    messages: [
      { who: "customer", text },
      { who: "agent", text: "Let me look into it." },
    ],
    attributes: { customer_id: `u-${String(index)}`, ...(intent !== undefined && { intent }) },
  });
}

const declared = Object.entries(requestsByIntent)
  .flatMap(([intent, texts]) => texts.map((text) => ({ intent, text })))
  .map(({ intent, text }, index) => caseOf(index, `D-${String(index)}`, text, intent));

const undeclared = Object.entries({
  "U-card": "Please block the card that I lost.",
  "U-rate": "Which exchange rate do I get for dollars?",
  "U-kettle": "The kettle from the last delivery does not boil any water.",
  "U-spanish": "Me robaron la tarjeta ayer, por favor bloquear la tarjeta con el pin.",
  "U-short": "Hello!",
}).map(([caseId, text], index) => caseOf(100 + index, caseId, text));
const contrary = caseOf(200, "D-contrary", "Please block the card that I lost.", "complaint");
const requests = [...declared, ...undeclared, contrary];

async function learn({ db, derive }: TestWorkspace): Promise<void> {
  await derive();
  await adoptIntents(db, await learnWorkspaceIntents(db, startUs));
}

async function inferredIn({ db }: TestWorkspace): Promise<Map<string, InferredIntent | null>> {
  const found = new Map<string, InferredIntent | null>();
  for (const caseId of await listCaseIds(db)) {
    found.set(caseId, (await readCase(db, caseId))?.derived.inferredIntent ?? null);
  }
  return found;
}

describe("cases that declare no intent", () => {
  it("have one inferred once a model is adopted, if their words suffice", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(requests);
      await workspace.derive();
      expect([...(await inferredIn(workspace)).values()].every((each) => each === null)).toBe(true);
      await learn(workspace);
      expect(await workspace.derive()).toEqual([
        "U-card",
        "U-kettle",
        "U-rate",
        "U-short",
        "U-spanish",
      ]);
      const inferred = await inferredIn(workspace);
      const withIntent = [...inferred].filter(([, each]) => each !== null);
      expect(withIntent.map(([caseId, each]) => [caseId, each?.intent])).toEqual([
        ["U-card", "lost_card"],
        ["U-rate", "exchange_rate"],
      ]);
      expect(inferred.get("U-card")?.because).toContain("as in 6 cases that declare it");
      expect(await readIntentState(workspace.db)).toMatchObject({ undeclared: 5, inferred: 2 });
      expect((await readCase(workspace.db, "D-contrary"))?.row).toMatchObject({
        intent: "complaint",
        inferredIntent: null,
      });
    });
  });

  it("keep their inferred intent when more cases arrive, until the model is refitted or removed", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(requests);
      const before = await workspace.digest();
      await learn(workspace);
      await workspace.derive();
      const inferred = await inferredIn(workspace);
      const more = caseOf(300, "D-more", "Please block the card that I lost.", "theft");
      await workspace.ingestRequests([more]);
      expect(await workspace.derive()).toEqual(["D-more"]);
      expect(new Map([...inferred, ["D-more", null]])).toEqual(await inferredIn(workspace));
      await learn(workspace);
      expect(await workspace.derive()).toHaveLength(undeclared.length);
      await adoptIntents(workspace.db, null);
      expect(await workspace.derive()).toHaveLength(undeclared.length);
      await withTestWorkspace(async (other) => {
        await other.ingestRequests([...requests, more]);
        expect(await workspace.digest()).toBe(await other.digest());
        expect(before).not.toBe(await other.digest());
      });
    });
  });

  it("end the same in any order of arrival, twice, before and after it was learned, with another key", async () => {
    const whole = await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(requests);
      await learn(workspace);
      return workspace.digest();
    });
    const random = seededRandom(runSeed);
    for (let round = 0; round < 3; round += 1) {
      await withTestWorkspace(async (workspace) => {
        for (const request of random.shuffle([...declared, contrary])) {
          await workspace.ingestRequests([request]);
        }
        await workspace.ingestRequests(undeclared.slice(0, round));
        await learn(workspace);
        for (const request of random.shuffle([...requests, ...undeclared])) {
          await workspace.ingestRequests([request]);
          if (random.below(6) === 0) await workspace.derive();
        }
        expect(await workspace.digest()).toBe(whole);
      });
    }
  });
});

describe("a workspace with too few declared intents", () => {
  it("teaches nothing", async () => {
    await withTestWorkspace(async (workspace) => {
      await workspace.ingestRequests(undeclared);
      await workspace.derive();
      expect(await learnWorkspaceIntents(workspace.db, startUs)).toBeNull();
    });
  });
});
