import type { SampledFinding } from "@/lib/domain/quality/review-sample";
import {
  packDecision,
  packFinding,
  type PersonOf,
} from "@/lib/pages/disclosures/pack/pack-finding";
import { sealPack } from "@/lib/pages/disclosures/pack/pack-seal";
import {
  prepareSamplePack,
  type SampledSource,
} from "@/lib/pages/disclosures/pack/prepare-sample-pack";
import { samplePackHtml } from "@/lib/pages/disclosures/pack/sample-pack-html";
import { sampleHref } from "@/lib/pages/disclosures/samples/url";
import { readSampleAudit } from "@/lib/store/access/read-audit-about";
import { readCase } from "@/lib/store/cases/read-case";
import type { Database } from "@/lib/store/port";
import { readReviews } from "@/lib/store/decisions/disclosure-reviews";
import { findSampled, readSample } from "@/lib/store/decisions/review-samples";
import { readSignOffs } from "@/lib/store/decisions/sign-offs";
import { withReader } from "../worker/with-reader";
import {
  packAudit,
  packMaking,
  readNamedRules,
  readPeople,
  type MadePack,
  type PackRequest,
} from "./pack-parts";
import { isApplied, readApplied } from "./read-applied";
import { sha256 } from "@/lib/store/sha256";

/** Audit rows that a pack quotes; a sample has at most 500 findings. */
const auditMax = 1500;

/**
 * Makes the evidence pack of a sample, which names cases of all regions.
 * @returns null where there is no such sample, or the viewer may not see the whole workspace
 */
export async function makeSamplePack(request: PackRequest, id: number): Promise<MadePack | null> {
  const { workspace, viewer, access } = request;
  if (viewer.scope !== null) return null;
  const personOf = await readPeople(access);
  const read = await withReader(workspace.path, (db) =>
    readSource(db, id, { personOf, viewer: viewer.actor }),
  );
  if (read === null) return null;
  const about = { workspace: workspace.name, id, path: sampleHref(id), ...read.named };
  const facts = prepareSamplePack({
    ...read,
    making: packMaking(request, personOf),
    audit: await packAudit(request, personOf, (withheld) =>
      readSampleAudit(access, about, auditMax, withheld),
    ),
    personOf,
  });
  return sealPack(samplePackHtml(facts), facts, sha256);
}

/** Who reads a sample: their public id, and how people are named. */
type Reading = { readonly viewer: string; readonly personOf: PersonOf };

async function readSource(db: Database, id: number, reading: Reading) {
  const { viewer, personOf } = reading;
  const stored = await readSample(db, id, viewer);
  if (stored === null) return null;
  const { sample, items } = stored;
  const findings: SampledSource[] = [];
  const named: { caseId: string; rule: string }[] = [];
  for (const item of items) {
    const reviews = await readReviews(db, item, viewer);
    named.push(item, ...reviews);
    const decisions = reviews.map((review) => packDecision(review, personOf));
    findings.push({ item, decisions, now: await findingNow(db, item, reading) });
  }
  const rules = findings.flatMap(({ item, now }) => (now === null ? [item] : [item, now]));
  return {
    ...{ sample, findings },
    rules: await readNamedRules(db, rules),
    signOffs: await readSignOffs(db, id),
    named: { seed: sample.seed, findings: named },
  };
}

async function findingNow(
  db: Database,
  item: SampledFinding,
  { viewer, personOf }: Reading,
): Promise<SampledSource["now"]> {
  const place = await findSampled(db, item);
  const stored = place === null ? null : await readCase(db, place.caseId);
  if (place === null || stored?.knowledge == null) return null;
  const disclosure = stored.knowledge.disclosures.filter(isApplied)[place.ordinal];
  if (disclosure === undefined) return null;
  const row = stored.row.disclosureRows[place.ordinal];
  const applied = await readApplied(db, disclosure, row, viewer);
  return packFinding(applied, stored.derived, personOf);
}
