import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Role, Scope } from "@/lib/domain/people/permission";
import { openPack, sealPack } from "@/lib/pages/disclosures/pack/pack-seal";
import { makeCasePack } from "@/lib/pipeline/packs/make-case-pack";
import type { MadePack } from "@/lib/pipeline/packs/pack-parts";
import { sha256 } from "@/lib/store/sha256";
import { recordAudit } from "@/lib/store/access/append-audit";
import { verifyAudit } from "@/lib/store/access/verify-audit";
import { openWriter } from "@/lib/store/open-database";
import { readCase } from "@/lib/store/cases/read-case";
import { addReview } from "@/lib/store/decisions/disclosure-reviews";
import { tester } from "@/lib/testing/access-store";
import type { CliResult } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { runs } from "@/lib/testing/runs";
import { otlpRequest } from "@/lib/testing/spans/otlp";
import { withTestWorkspace } from "@/lib/testing/test-workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";

const startUs = 1_795_000_000_000_000;
const rule = "recording-notice-all-party";

const messages = [
  { role: "agent", content: "Good morning, <b>how</b> can I help?" },
  { role: "customer", content: "Mail ann.lee@example.com, is this call recorded?" },
  { role: "agent", content: "I will pass you on." },
];
const spans = messages.map(({ role, content }, at) => ({
  ...{ traceId: "d".repeat(32), spanId: String(at + 1).repeat(16), name: "message" },
  startUs: startUs + at * 1_000_000,
  attributes: {
    ...{ case_id: "C-7", channel: "voice", interaction_id: "call-7", region: "US-CA" },
    ...{ "message.role": role, "message.content": content },
  },
}));

type Made = {
  readonly pack: MadePack;
  readonly make: (role: Role, scope?: Scope) => Promise<MadePack | null>;
  /** Runs the command on a text. */
  readonly verify: (text: string, ...more: string[]) => Promise<CliResult>;
};

/** Runs a function with the pack of one call and one decision on it, whose making is an audit row. */
function withPack(run: (made: Made) => Promise<void> | void): Promise<void> {
  return withTestWorkspace(async ({ db, folder, ingestRequests, derive }) => {
    await ingestRequests([otlpRequest(spans)]);
    await derive();
    const access = await openWriter(join(folder, "access.db"), 0, "access");
    const workspace = { name: "main", path: locationIn(folder, "main") } as const;
    const make = async (role: Role, scope: Scope | null = null) => {
      const check = await verifyAudit(access, null);
      const viewer = { actor: "account-1", role, scope, isDemo: false };
      const request = { workspace, viewer, access, check, timeZone: "Europe/Berlin" };
      return makeCasePack({ ...request, nowUs: startUs }, "C-7");
    };
    const stored = await readCase(db, "C-7");
    const found = stored?.row.disclosureRows.find((each) => each.rule === rule);
    const { version = 0, anchor = "" } = found ?? {};
    await addReview(db, {
      ...{ anchor, rule, version, status: "missing", caseId: "C-7" },
      ...{ decision: "waived", reason: "Heard before the call", actor: "account-1", atUs: startUs },
    });
    const entry = { ...tester, workspace: "main", target: "C-7", before: null } as const;
    const decided = { rule, decision: "waived" };
    await recordAudit(access, { ...entry, action: "finding-reviewed", after: decided }, startUs);
    const pack = (await make("compliance")) ?? { file: "", checksum: "" };
    const after = { kind: "case", checksum: pack.checksum };
    await recordAudit(access, { ...entry, action: "pack-made", after }, startUs);
    const file = join(folder, "pack.html");
    await run({
      pack,
      make,
      verify: (text, ...more) => {
        writeFileSync(file, text);
        return runCommand(["verify-pack", file, ...more], { data: folder });
      },
    });
    await access.close();
  });
}

describe("the evidence pack of a case", () => {
  it("has the rule with version and source, the words around, the decision, the audit's rows, and nothing from elsewhere", () =>
    withPack(({ pack }) => {
      const { file } = pack;
      expect(file).toContain("recording-notice-all-party, version");
      expect(file).toMatch(/<dt>Source<\/dt>\s*<dd>\S/u);
      expect(file).toContain("Good morning, &lt;b&gt;how&lt;/b&gt; can I help?");
      expect(file).toContain("Mail [email], is this call recorded?");
      expect(file).not.toMatch(/ann\.lee|&lt;EMAIL|<EMAIL/u);
      expect(file).toContain("Basis: Heard before the call");
      expect(file).toContain("decided on a finding of a disclosure rule");
      expect(file.replaceAll('<script type="application/json"', "")).not.toMatch(
        /<script|<link|<img|<iframe|src=|href=|url\(|@import/u,
      );
    }));

  it("leaves the audit's rows out for who may not read them, and is none where the case is not visible", () =>
    withPack(async ({ make }) => {
      const bySupervisor = await make("supervisor");
      expect(bySupervisor?.file).toContain("who made this pack may not read the audit");
      expect(bySupervisor?.file).not.toContain("decided on a finding");
      expect(await make("supervisor", { regions: ["EU"], teams: [] })).toBeNull();
    }));

  it("differs from its checksum whichever character is changed", () =>
    withPack(({ pack }) => {
      const { file } = pack;
      expect(openPack(file, sha256)).toMatchObject({ fault: null, checksum: pack.checksum });
      fc.assert(
        fc.property(fc.nat(file.length - 1), (at) => {
          const changed = file[at] === "x" ? "y" : "x";
          const opened = openPack(file.slice(0, at) + changed + file.slice(at + 1), sha256);
          expect(opened === null || opened.fault !== null).toBe(true);
        }),
        { numRuns: runs(150) },
      );
    }));
});

describe("throughline verify-pack", () => {
  it("says that a pack is as it was made, by itself and by the audit", () =>
    withPack(async ({ pack, verify }) => {
      const alone = await verify(pack.file);
      expect(alone).toMatchObject({ code: 0, stderr: "" });
      expect(alone.stdout).toMatch(/ is as it was made: the evidence pack of case C-7, .*\.\n$/u);
      const anchored = await verify(pack.file, "--workspace", "main");
      expect(anchored).toMatchObject({ code: 0, stderr: "" });
      expect(anchored.stdout).toMatch(/workspace main holds its checksum/u);
      const elsewhere = await verify(pack.file, "--workspace", "demo");
      expect(elsewhere).toMatchObject({
        code: 1,
        stdout: expect.stringMatching(/workspace main, not of demo/u) as string,
      });
    }));

  it("finds what was changed in the page, in the facts, and what was sealed anew", () =>
    withPack(async ({ pack, verify }) => {
      const shown = await verify(pack.file.replace("Heard before the call", "Heard in the call"));
      expect(shown.code).toBe(1);
      expect(shown.stdout).toContain("is not the one");
      const facts = await verify(
        pack.file.replace('"decision":"waived"', '"decision":"confirmed"'),
      );
      expect(facts.code).toBe(1);
      expect(facts.stdout).toContain("do not have the checksum");

      const opened = openPack(pack.file, sha256);
      const changed = emptied(pack).replace("Heard before the call", "Heard in the call");
      const forged = sealPack(changed, { ...(opened?.facts as object) }, sha256);
      expect((await verify(forged.file)).code).toBe(0);
      const anchored = await verify(forged.file, "--workspace", "main");
      expect(anchored.code).toBe(1);
      expect(anchored.stdout).toContain("no audit row");
    }));

  it("says of another file that it is no pack", () =>
    withPack(async ({ verify }) => {
      const { code, stderr } = await verify("<html></html>");
      expect(code).toBe(2);
      expect(stderr).toContain("is no evidence pack");
    }));
});

/** The page before it was sealed. */
function emptied({ file, checksum }: MadePack): string {
  const grouped = (checksum.match(/.{8}/gu) ?? []).join(" ");
  const zeros = Array<string>(8).fill("0".repeat(8)).join(" ");
  return file
    .replaceAll(grouped, zeros)
    .replace(/(<script type="application\/json" id="facts">).*?(<\/script>)/su, "$1$2");
}
