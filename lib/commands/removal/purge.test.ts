import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { recordAudit } from "@/lib/store/access/append-audit";
import { openWriter } from "@/lib/store/open-database";
import { writeSettings } from "@/lib/store/decisions/decisions";
import { addNote } from "@/lib/store/decisions/notes";
import { fillFolder } from "@/lib/testing/fill-folder";
import { createScratch } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { asLines } from "@/lib/testing/spans/otlp";
import { readAllFiles } from "@/lib/testing/spans/read-raw";
import { supportCase } from "@/lib/testing/spans/support-case";

const scratch = createScratch();
afterAll(() => scratch.remove());

const asOf = "2026-10-31T12:00:00Z";

function contact(caseId: string, mark: string, day: string, words: string) {
  return supportCase({
    caseId,
    idSuffix: mark,
    startUs: Date.parse(`${day}T09:00:00Z`) * 1000,
    messages: [
      { who: "customer", text: `Where is my ${words}?` },
      { who: "agent", text: `I promise to send the ${words} tomorrow.` },
    ],
    attributes: { customer_id: `cust-${mark}`, intent: words },
  });
}

it("leaves what the younger contacts give, brings nothing back, and keeps the audit's chain", async () => {
  const old = [
    contact("C-sousaphone", "f1", "2026-08-01", "flugelhorn"),
    contact("C-going-on", "f2", "2026-09-30", "ocarina"),
  ];
  const young = [
    contact("C-going-on", "f3", "2026-10-01", "parcel"),
    contact("C-new", "f4", "2026-10-20", "refund"),
  ];
  const gone = ["flugelhorn", "ocarina", "C-sousaphone", "cust-f1", "cust-f2", "vibraphone"];
  const data = scratch.folder();
  const run = (...args: string[]) => runCommand(args, { data });
  const found = () => {
    const bytes = readAllFiles(data).toString("latin1");
    return gone.filter((word) => bytes.includes(word));
  };
  const all = scratch.file("all.jsonl", asLines([...old, ...young]));
  await fillFolder(data, asLines([...old, ...young]));
  const db = await openWriter(join(data, "main.db"));
  await addNote(db, { caseId: "C-sousaphone", text: "She asked for the vibraphone." }, 1);
  await writeSettings(db, {
    ...defaultSettings,
    retention: { contactDays: 30, auditDays: 60, originalDays: null },
  });
  await db.close();
  const access = await openWriter(join(data, "access.db"), 0, "access");
  for (const [target, day] of [
    ["C-sousaphone", "2026-08-02"],
    ["C-new", "2026-10-21"],
  ] as const) {
    const entry = { actor: "a", workspace: "main", network: "loopback", target } as const;
    const atUs = Date.parse(day) * 1000;
    await recordAudit(
      access,
      { ...entry, action: "note-changed", before: null, after: null },
      atUs,
    );
  }
  await access.close();
  expect(found()).toEqual(gone);

  expect(await run("purge", "--as-of", asOf, "--dry-run")).toMatchObject({
    stdout: expect.stringMatching(/^Would .* 2 contacts, 6 spans\./u) as string,
  });
  expect(await run("purge", "--as-of", asOf)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Removed 2 contacts, 6 spans; 1 row /u) as string,
  });
  expect(found()).toEqual([]);
  const audit = await run("verify-audit");
  expect([audit.code, audit.stdout]).toEqual([0, expect.stringMatching(/^4 rows, unbroken\. /)]);

  const other = scratch.folder();
  await fillFolder(other, asLines(young));
  const without = await runCommand(["export", "digest"], { data: other });
  expect((await run("export", "digest")).stdout).toBe(without.stdout);

  const resent = await run("ingest", all);
  expect(resent.stdout).toContain("0 accepted, 6 duplicate, 0 rejected, 6 older");
  expect((await run("export", "digest")).stdout).toBe(without.stdout);
  expect(found()).toEqual([]);
});
