import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { AuditEntry } from "@/lib/domain/people/audit";
import type { Role, Scope } from "@/lib/domain/people/permission";
import { sampleHref } from "@/lib/pages/disclosures/samples/url";
import { recordAudit } from "@/lib/store/access/append-audit";
import { verifyAudit } from "@/lib/store/access/verify-audit";
import { openWriter } from "@/lib/store/open-database";
import { tester } from "@/lib/testing/access-store";
import {
  callRule as rule,
  callsStartUs,
  decideOnCall,
  drawCalls,
  recordedCalls,
  reviewContext,
  signSample,
} from "@/lib/testing/review-calls";
import { runCommand } from "@/lib/testing/run-command";
import { withTestWorkspace, type TestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";
import { applyChange } from "../changes/apply-change";
import { eraseEverywhere } from "../intake/erase-customer";
import { createHashTombstone } from "../worker/data-folder";
import { makeCasePack } from "./make-case-pack";
import { makeSamplePack } from "./make-sample-pack";
import type { MadePack, PackRequest } from "./pack-parts";

const sampleId = 1;
type Make = (request: PackRequest) => Promise<MadePack | null>;

type Signed = {
  readonly workspace: TestWorkspace;
  /** Makes a pack, and records that. */
  readonly make: (make: Make, target: string, role?: Role, scope?: Scope | null) => Promise<string>;
  readonly makeSample: () => Promise<string>;
  /** What `verify-pack` prints of a file. */
  readonly verify: (file: string) => Promise<string>;
};

/** Runs a function with a sample of six calls, each decided, signed off by somebody else. */
function withSigned(run: (signed: Signed) => Promise<void>): Promise<void> {
  return withTestWorkspace(async (workspace) => {
    const { folder } = workspace;
    await workspace.ingestRequests(recordedCalls(0, 8));
    await workspace.derive();
    const access = await openWriter(locationIn(folder, "access"), 0, "access");
    const record = (action: AuditEntry["action"], target: string, after: unknown) =>
      recordAudit(
        access,
        { ...tester, workspace: "main", action, target, before: null, after },
        callsStartUs,
      );
    const sample = await drawCalls(workspace, 5, 4, 2);
    await applyChange(reviewContext(workspace), { kind: "sample-drawn", sample, actor: "ann" });
    await record("sample-drawn", sample.filter, { seed: sample.seed });
    for (const { caseId } of sample.items) {
      await decideOnCall(workspace, caseId, "confirmed");
      await record("finding-reviewed", caseId, { rule, decision: "confirmed" });
    }
    await record("finding-reviewed", "C-of-others", { rule, decision: "confirmed" });
    await signSample(workspace, { id: sampleId, note: "Told eve@example.com.", actor: "bob" });
    await record("sample-signed-off", String(sampleId), { kind: "sample-signed-off" });
    const make: Signed["make"] = async (makePack, target, role = "compliance", scope = null) => {
      const check = await verifyAudit(access, null);
      const viewer = { actor: "account-1", role, scope, isDemo: false };
      const of = { name: "main", path: locationIn(folder, "main") } as const;
      const request = { workspace: of, viewer, access, check, timeZone: "UTC" };
      const made = await makePack({ ...request, nowUs: callsStartUs });
      if (made === null) return "";
      await record("pack-made", target, { checksum: made.checksum });
      return made.file;
    };
    await run({
      ...{ workspace, make },
      makeSample: () => make((request) => makeSamplePack(request, sampleId), sampleHref(sampleId)),
      verify: async (text) => {
        const file = join(folder, "pack.html");
        writeFileSync(file, text);
        const args = ["verify-pack", file, "--workspace", "main"];
        return (await runCommand(args, { data: folder })).stdout;
      },
    });
    await access.close();
  });
}

it("has how the sample was drawn, every finding with its words and decision, rate, sign-off, rule and audit", () =>
  withSigned(async ({ makeSample, verify }) => {
    const file = await makeSample();
    expect(file).toContain("6 findings: ");
    expect(file).toMatch(/<dt>Seed<\/dt>\s*<dd>5<\/dd>/u);
    expect(file).toMatch(/ random part: \d of 4 \(/u);
    expect(file.match(/How can I help you today\?/gu)?.length).toBeGreaterThanOrEqual(6);
    expect(file.match(/Basis: Read by ear\./gu)).toHaveLength(6);
    expect(file).toMatch(/<b>Signed off<\/b> by visitor of the demo bob/u);
    expect(file).toContain("Told [email].");
    expect(file).toMatch(/Of 8 .* 4 given, 4 not given and 0 not evaluable, .* 6 and nobody 2\./u);
    expect(file).toMatch(/<dt>Source<\/dt>\s*<dd>\S/u);
    const words = ["drew a sample of findings", "signed off a reviewed sample"];
    for (const each of words) expect(file).toContain(each);
    expect(file.match(/decided on a finding of a disclosure rule<\/td>/gu)).toHaveLength(6);
    expect(file).not.toContain("C-of-others");
    expect(file.replaceAll('<script type="application/json"', "")).not.toMatch(
      /<script|<link|<img|<iframe|src=|href=|url\(|@import/u,
    );
    expect(await verify(file)).toMatch(
      / is as it was made: the evidence pack of review sample 1, .*; the audit of workspace main holds its checksum, and every row of the audit is as it was written\.\n$/u,
    );
    expect(await verify(file.replace("Read by ear", "Read by eye"))).toContain(
      "was changed after it was made",
    );
  }));

it("is none for a sample that is not there, and for who may see only a part of the workspace", () =>
  withSigned(async ({ make }) => {
    expect(await make((request) => makeSamplePack(request, 9), "")).toBe("");
    const scope = { regions: ["US-CA"], teams: [] };
    const ofSample: Make = (request) => makeSamplePack(request, sampleId);
    expect(await make(ofSample, "", "supervisor", scope)).toBe("");
    const whole = await make(ofSample, sampleHref(sampleId), "supervisor");
    expect(whole).toContain("who made this pack may not read the audit");
  }));

it("after an erasure names nothing of the customer, and older packs are still found in the audit", () =>
  withSigned(async ({ workspace, make, makeSample, verify }) => {
    const before = await makeSample();
    const [, caseId = ""] = /<th scope="row">(C-\d)<\/th>/u.exec(before) ?? [];
    const ofCase: Make = (request) => makeCasePack(request, caseId);
    const older = await make(ofCase, caseId);
    const { db, folder } = workspace;
    const { ids } = await eraseEverywhere(
      db,
      {
        customerId: caseId.replace("C-", "u-"),
        hashTombstone: createHashTombstone(folder),
        nowUs: callsStartUs,
        workspace: "main",
        reference: "r",
      },
      locationIn(folder, "access"),
    );
    await workspace.derive();

    expect(before).toContain(`${caseId}:`);
    const after = await makeSample();
    expect(after).toContain("5 findings: ");
    expect(after).not.toMatch(new RegExp(String.raw`\b(?:${[...ids].join("|")})\b`, "u"));
    expect(after).toContain("findings changed since");
    expect(await make(ofCase, caseId)).toBe("");

    for (const file of [before, after]) expect(await verify(file)).toContain("as it was made");
    expect(await verify(older)).toContain("erased since");
  }));
