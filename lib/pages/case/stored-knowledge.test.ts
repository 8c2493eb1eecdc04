import { expect, it } from "vitest";
import { readCase } from "@/lib/store/cases/read-case";
import { supportCase } from "@/lib/testing/spans/support-case";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { defaultCaseQuery } from "./url";
import { loadCasePage } from "./load";

const startUs = 1_767_600_000_000_000;
const dayUs = 86_400_000_000;

it("a case keeps what derivation found in its words, and its page shows it", async () => {
  await withCase(async (workspace) => {
    const knowledge = (await readCase(workspace.db, "C-1"))?.knowledge;
    expect(knowledge?.promises.map(({ what }) => what)).toEqual(["credit of $40"]);
    const [handoff] = knowledge?.handoffFacts ?? [];
    expect(handoff?.facts.map(({ what, after }) => [what, after])).toContainEqual([
      "account number",
      "asked-again",
    ]);
    const page = await pageOf(workspace);
    expect(page?.isOfEarlierVersion).toBe(false);
    expect(page?.timeline.promises).toHaveLength(1);
  });
});

it("a case that an earlier version derived opens without it, and says so", async () => {
  await withCase(async (workspace) => {
    await workspace.db.write((connection) => connection.exec("DELETE FROM case_knowledge"));
    const page = await pageOf(workspace);
    expect(page?.isOfEarlierVersion).toBe(true);
    expect(page?.timeline.promises).toEqual([]);
    expect(page?.contacts).toHaveLength(2);
  });
});

function pageOf({ folder }: TestWorkspace) {
  const seen = { path: locationIn(folder, "main"), scope: null };
  return loadCasePage(seen, "C-1", defaultCaseQuery, startUs + 30 * dayUs);
}

function withCase(work: (workspace: TestWorkspace) => Promise<void>): Promise<void> {
  return withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests([
      contact("01", startUs, [
        { who: "customer", text: "My line is down, my account number is 88213." },
        { who: "agent", text: "I will credit $40 to your account by Friday." },
      ]),
      contact("02", startUs + dayUs, [
        { who: "customer", text: "Where is my credit?" },
        { who: "agent", text: "Could you tell me your account number?" },
        { who: "customer", text: "88213, as I said." },
      ]),
    ]);
    await workspace.derive();
    await work(workspace);
  });
}

function contact(
  mark: string,
  atUs: number,
  sayings: Parameters<typeof supportCase>[0]["messages"],
) {
  const attributes = { interaction_id: mark };
  return supportCase({
    caseId: "C-1",
    idSuffix: mark,
    startUs: atUs,
    messages: sayings,
    attributes,
  });
}
