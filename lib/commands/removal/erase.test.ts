import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { recordAudit } from "@/lib/store/access/append-audit";
import { addDecision } from "@/lib/store/decisions/case-decisions";
import { addReview } from "@/lib/store/decisions/disclosure-reviews";
import { putLabel } from "@/lib/store/decisions/labels";
import { addNote } from "@/lib/store/decisions/notes";
import { statement } from "@/lib/store/port";
import { openWriter } from "@/lib/store/open-database";
import { fillFolder } from "@/lib/testing/fill-folder";
import { canaryMakers } from "@/lib/testing/canaries/canaries";
import { createScratch } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { seededRandom } from "@/lib/testing/seeded-random";
import { asLines } from "@/lib/testing/spans/otlp";
import { readAllFiles } from "@/lib/testing/spans/read-raw";
import { supportCase } from "@/lib/testing/spans/support-case";

const scratch = createScratch();
afterAll(() => scratch.remove());

const traceId = "f1".padStart(32, "a");
const startUs = Date.parse("2026-10-10T09:00:00Z") * 1000;

/** Words of the customer, each in another place; nothing in them is masked. */
const canaries = {
  ...{ words: "flugelhorn", answer: "ocarina", attribute: "bandoneon", session: "s-theremin" },
  ...{ intent: "glockenspiel", note: "vibraphone", reason: "hurdygurdy", review: "didgeridoo" },
  ...{ customer: "cust-zither", case: "C-sousaphone", merged: "C-balalaika", trace: traceId },
};

const personal = canaryMakers.map((make) => make(seededRandom(7)));

function inputs() {
  const gone = supportCase({
    caseId: canaries.case,
    idSuffix: "f1",
    startUs,
    messages: [
      {
        who: "customer",
        text: `My ${canaries.words} is lost. ${personal.map(({ said }) => said).join(". ")}`,
      },
      { who: "agent", text: `I promise to send the ${canaries.answer} tomorrow.` },
      { who: "tool", text: JSON.stringify({ found: canaries.words }) },
    ],
    attributes: {
      ...{ customer_id: canaries.customer, "session.id": canaries.session },
      ...{ intent: canaries.intent, "order.remark": canaries.attribute },
    },
  });
  const stays = supportCase({
    caseId: "C-other",
    idSuffix: "f2",
    startUs,
    messages: [{ who: "customer", text: "Where is my parcel?" }],
    attributes: { customer_id: "cust-other" },
  });
  const record = { id: canaries.merged, customer: canaries.customer, merged_into: canaries.case };
  return { requests: [gone, stays], records: [record] };
}

/** Notes, labels, reviews, merges, saved views and audit rows about the customer. */
async function decide(data: string): Promise<void> {
  const db = await openWriter(join(data, "main.db"));
  const caseId = canaries.case;
  await addNote(db, { caseId, text: `She asked for the ${canaries.note}.` }, 1);
  const label = {
    ...{ actor: "a", caseId, evaluator: "tone", version: 1, anchor: { kind: "case" } },
    ...{ said: {}, answer: {}, reason: canaries.reason, evidenceHash: "e" },
  };
  await putLabel(db, label as unknown as Parameters<typeof putLabel>[1], 1);
  await addReview(db, {
    ...{ anchor: `span ${traceId}/1`, rule: "r", version: 1, status: "missing", caseId },
    ...{ decision: "confirmed", reason: canaries.review, actor: "a", atUs: 1 },
  });
  await addDecision(
    db,
    {
      ...{ kind: "merge", subject: { kind: "case", caseId }, fromCaseId: canaries.merged },
      toCaseId: caseId,
      overrides: [{ kind: "merge", fromCaseId: canaries.merged, toCaseId: caseId }],
    } as Parameters<typeof addDecision>[1],
    1,
  );
  await db.write(async (connection) => {
    await statement<unknown[]>(
      connection,
      "INSERT INTO saved_views (path, name, search, created_us) VALUES ('/cases', 'v', ?, 1)",
    ).run(`q=${canaries.customer}`);
  });
  await db.close();
  const access = await openWriter(join(data, "access.db"), 0, "access");
  const entry = { actor: "a", workspace: "main", network: "loopback", before: null } as const;
  const after = { filter: `customer=${canaries.customer}&channel=chat`, toCaseId: canaries.merged };
  await recordAudit(access, { ...entry, action: "note-changed", target: caseId, after }, 1);
  await access.close();
}

it("takes a customer out of every byte of the data folder, and keeps it out", async () => {
  const data = scratch.folder();
  const { requests, records } = inputs();
  const input = [
    scratch.file("spans.jsonl", asLines(requests)),
    scratch.file("records.jsonl", asLines(records)),
  ];
  const run = (...args: string[]) => runCommand(args, { data });
  const found = () => {
    const bytes = readAllFiles(data).toString("latin1");
    return Object.entries(canaries).flatMap(([place, word]) =>
      bytes.includes(word) ? [place] : [],
    );
  };
  await fillFolder(data, asLines(requests));
  await fillFolder(data, asLines(records));
  await decide(data);
  expect(found()).toEqual(Object.keys(canaries));
  const pseudonyms = [
    ...readAllFiles(data)
      .toString("latin1")
      .matchAll(/<[A-Z_]+:[0-9a-f]{16}>/g),
  ];
  expect(pseudonyms.length).toBeGreaterThan(canaryMakers.length / 2);

  const asked = await run("erase", "customer", canaries.customer);
  expect([asked.code, asked.stderr]).toEqual([
    2,
    expect.stringMatching(/ 1 contact in 2 cases, 4 spans, 1 CRM record .* --yes\.\n$/),
  ]);
  expect(await run("erase", "customer", canaries.customer, "--yes")).toMatchObject({ code: 0 });
  expect(found()).toEqual([]);
  const after = readAllFiles(data).toString("latin1");
  expect(pseudonyms.filter(([pseudonym]) => after.includes(pseudonym))).toEqual([]);
  expect(after).toContain("cust-other");

  const resent = await run("ingest", ...input);
  const not = "of an erased customer";
  expect(resent.stdout).toContain(`0 accepted, 2 duplicate, 0 rejected, 4 ${not}`);
  expect(resent.stdout).toContain(`0 rejected, 1 ${not}`);
  expect(found()).toEqual([]);
  const again = await run("erase", "customer", canaries.customer, "--yes");
  expect(again.stderr).toMatch(/ erased on \d{4}-\d\d-\d\d\.\n$/);
  const audit = await run("verify-audit");
  expect([audit.code, audit.stdout]).toEqual([
    0,
    expect.stringMatching(/^3 rows, unbroken; 1 without ids /),
  ]);
});
