import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import type { Settings } from "@/lib/domain/settings/settings";
import { maskerVersion } from "@/lib/ingest/mask/masker-version";
import { adoptIntents, learnWorkspaceIntents } from "@/lib/pipeline/changes/adopt-intents";
import { allSpanReadings } from "@/lib/pipeline/derive/all-span-readings";
import { derivationVersion } from "@/lib/pipeline/derive/derivation-version";
import { contentDigest } from "@/lib/pipeline/derive/digest";
import { adoptSettings } from "@/lib/pipeline/settings/adopt-settings";
import { readCase, type StoredCase } from "@/lib/store/cases/read-case";
import { readSettings } from "@/lib/store/decisions/decisions";
import { statement, type Database } from "@/lib/store/port";
import { listCaseIds } from "@/lib/store/spans/export-rows";
import type { OtlpRequest } from "./spans/otlp";
import { encodeProtobuf } from "./spans/otlp-schema";
import { withTestWorkspace } from "./test-workspace";

/** A hash for each section of each case, so that a difference names what changed. */
type CaseSections = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What is derived of the golden export, and the version that derived it. */
export type GoldenRecord = {
  readonly version: string;
  /** As `throughline export digest` prints it. */
  readonly digest: string;
  readonly cases: CaseSections;
  /** The masker's version, and a hash of all texts in which it masked something. */
  readonly masker: number;
  readonly masked: string;
};

const folder = join(import.meta.dirname, "fixtures/golden");
const recordPath = join(folder, "record.json");
/** The section of a case's spans as they were read; the others are derived of these. */
const readSection = "spans as read";
const unassigned = "no case";

/** Cases of the demo that differ, and a body of log events; the CRM's records of both and of those by hand. */
const inputs = [
  ...["export.otlp.jsonl.gz", "crm.csv", "records.jsonl"],
  ...["../openai-js-chat.otlp.jsonl", "../openai-js-chat-logs.otlp.pb"],
];

/** What the demo does not have, a contact a line, as one request. */
function byHand(): OtlpRequest {
  const lines = readFileSync(join(folder, "by-hand.otlp.jsonl"), "utf8").trimEnd().split("\n");
  return {
    resourceSpans: lines.flatMap((line) => (JSON.parse(line) as OtlpRequest).resourceSpans),
  };
}

/** Ingests the golden export with its settings, and derives it. */
export function deriveGolden(): Promise<GoldenRecord> {
  return withTestWorkspace(async ({ db, ingest, derive, digest }) => {
    await adoptSettings(db, readJson(join(folder, "settings.json")) as Partial<Settings>);
    for (const name of inputs) await ingest(readFileSync(join(folder, name)));
    await ingest(encodeProtobuf(byHand()));
    await derive();
    await adoptIntents(db, await learnWorkspaceIntents(db, 0));
    const all = await digest();
    // Without the model of intents, which is learned of what is derived.
    const version = derivationVersion(await readSettings(db));
    const masked = contentDigest(await readMaskedTexts(db));
    return { version, digest: all, cases: await readSections(db), masker: maskerVersion, masked };
  });
}

export function readGoldenRecord(): GoldenRecord {
  return readJson(recordPath) as GoldenRecord;
}

/** Writes a case a line, so that the difference between two commits names the cases. */
export function writeGoldenRecord({ version, digest, cases, masker, masked }: GoldenRecord): void {
  const lines = Object.entries(cases).map(
    ([id, sections]) => `${JSON.stringify(id)}: ${JSON.stringify(sections)}`,
  );
  const ofMasker = `"masker": ${String(masker)},\n"masked": "${masked}"`;
  const head = `"version": ${JSON.stringify(version)},\n"digest": "${digest}",\n${ofMasker}`;
  writeFileSync(recordPath, `{\n${head},\n"cases": {\n${lines.join(",\n")}\n}\n}\n`);
}

export type GoldenDifference = {
  /** Whether the version has to be raised before the record may be written anew. */
  readonly mustRaise: boolean;
  readonly message: string;
};

/** @returns null where a record says what is derived now */
export function compareGolden(record: GoldenRecord, now: GoldenRecord): GoldenDifference | null {
  const changed = changedSections(record.cases, now.cases);
  if (record.masked !== now.masked && record.masker === now.masker)
    return { mustRaise: true, message: [unraisedMasker, ...linesOf(changed)].join("\n") };
  const isRaised = record.version !== now.version;
  const isSame = record.digest === now.digest && record.masker === now.masker;
  if (changed.size === 0 && isSame && !isRaised) return null;
  const read = new Set(changed.get(readSection));
  const derived = [...changed.values()].flat().filter((id) => !read.has(id));
  const isOnlyRead = (changed.size > 0 || record.masker !== now.masker) && derived.length === 0;
  const mustRaise = !isRaised && !isOnlyRead;
  const sentence = isRaised ? raised : isOnlyRead ? readAnew : unraised;
  return { mustRaise, message: [sentence, ...linesOf(changed)].join("\n") };
}

const unraised =
  "What is derived changed: raise deriveCaseVersion in lib/pipeline/derive/derivation-version.ts, or the version of the evaluator if its scores alone changed, then record it with `npm run golden`.";
const unraisedMasker =
  "What is masked changed: raise maskerVersion in lib/ingest/mask/masker-version.ts, so that what is sealed is masked again, then record it with `npm run golden`.";
const raised = "The version of derivation changed: record what it derives with `npm run golden`.";
const readAnew =
  "What is read of new spans changed, and stored ones keep what was read of them: record it with `npm run golden`.";
const namedMax = 12;

function linesOf(changed: ReadonlyMap<string, readonly string[]>): string[] {
  return [...changed].map(([section, ids]) => {
    const more = ids.length > namedMax ? `, and ${String(ids.length - namedMax)} more` : "";
    return `  ${section}: ${ids.slice(0, namedMax).join(", ")}${more}`;
  });
}

/** The cases of each section that differs. */
function changedSections(before: CaseSections, now: CaseSections): Map<string, string[]> {
  const changed = new Map<string, string[]>();
  for (const id of new Set([...Object.keys(before), ...Object.keys(now)])) {
    const [old = {}, young = {}] = [before[id], now[id]];
    for (const section of new Set([...Object.keys(old), ...Object.keys(young)])) {
      if (old[section] === young[section]) continue;
      changed.set(section, [...(changed.get(section) ?? []), id]);
    }
  }
  return changed;
}

/** Texts in which something was masked, without the workspace's own pseudonyms, in order. */
function readMaskedTexts(db: Database): Promise<readonly string[]> {
  const sql = "SELECT body FROM contents WHERE body LIKE '%<%:%'";
  return db.read(async (connection) => {
    const rows = await statement<[], { body: string }>(connection, sql).all();
    return rows
      .filter(({ body }) => body.search(maskedPattern) >= 0)
      .map(({ body }) => body.replace(maskedPattern, "<$1>"))
      .sort();
  });
}

async function readSections(db: Database): Promise<CaseSections> {
  const spans = await readSpansByCase(db);
  const cases: Record<string, Record<string, string>> = {};
  for (const id of await listCaseIds(db)) {
    const stored = await readCase(db, id);
    if (stored !== null) cases[id] = hashed(sectionsOf(stored));
  }
  for (const [id, readings] of spans) {
    cases[id] = { ...hashed({ [readSection]: readings }), ...cases[id] };
  }
  return cases;
}

function sectionsOf({ row, derived, knowledge }: StoredCase): Record<string, unknown> {
  const { scores, interactions, messages, handoffs, ...facts } = derived;
  const byEvaluator = new Map<string, unknown[]>();
  for (const score of scores) {
    const section = `scores of ${score.evaluator}`;
    byEvaluator.set(section, [...(byEvaluator.get(section) ?? []), score]);
  }
  return {
    ...{ row, facts, contacts: interactions, messages, handoffs },
    ...knowledge,
    ...Object.fromEntries(byEvaluator),
  };
}

/** The readings of each case's traces. */
async function readSpansByCase(db: Database): Promise<Map<string, unknown[]>> {
  const byCase = new Map<string, unknown[]>();
  for await (const page of allSpanReadings(db)) {
    const named = page.find(({ identity }) => identity.caseId !== undefined);
    const id = named?.identity.caseId?.value ?? unassigned;
    const read = page.map(({ traceId, spanId, kind, status, identity, contentHash }) =>
      contentDigest({ traceId, spanId, kind, status, identity, contentHash }),
    );
    byCase.set(id, [...(byCase.get(id) ?? []), ...read]);
  }
  return byCase;
}

function hashed(sections: Readonly<Record<string, unknown>>): Record<string, string> {
  const entries = Object.entries(sections).map(([name, value]) => [
    name,
    contentDigest(value).slice(0, 8),
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
