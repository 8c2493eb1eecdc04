import "server-only";
import { drawSecond } from "@/lib/analytics/disclosures/draw-second";
import { drawSample, type Draw } from "@/lib/analytics/disclosures/draw-sample";
import { listChildren } from "@/lib/analytics/ask/list";
import { groupFindings } from "@/lib/analytics/disclosures/group-findings";
import type { ChildTraits } from "@/lib/analytics/facets/child-traits";
import { periodDays, type ShownPeriod } from "@/lib/analytics/filter/shown-period";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import {
  tallySample,
  type NewSample,
  type PeriodCounts,
  type ReviewSample,
  type SampleItem,
  type SamplePart,
  type SignOff,
} from "@/lib/domain/quality/review-sample";
import { rawParams } from "@/lib/format/address/raw-params";
import type { Database } from "@/lib/store/port";
import {
  findSampled,
  readSample,
  readSamples,
  readTallies,
} from "@/lib/store/decisions/review-samples";
import { readHighestVersions } from "@/lib/store/decisions/rule-versions";
import {
  findSignOff,
  readOwnVersions,
  readSignOffs,
  readUnnamedVersions,
} from "@/lib/store/decisions/sign-offs";
import { readAlike, readFindings, readSource } from "./load-findings";
import type { FindingsReader, ListedFinding } from "./finding-facts";
import { periodCounts } from "./samples/period-counts";
import {
  prepareSample,
  prepareSamples,
  type SampleFacts,
  type SampleSummary,
} from "./samples/prepare-samples";
import type { SampleModel, SamplesModel } from "./samples/samples-model";
import { samplesCodec, type SampleQuery, type SamplesQuery } from "./samples/url";

const pageSize = 25;
const samplesMax = 20;

/** The disclosures that samples are drawn from: those that could be evaluated. */
function filterOf(query: SamplesQuery) {
  const metric = { id: "disclosures_given", subset: "denominator" } as const;
  return { metric, on: query.on, to: null, traits: traitsOf(query) };
}

function traitsOf({ rule, by, days, severity }: SamplesQuery): ChildTraits {
  const named = Object.entries({ rule, by, days, severity });
  return Object.fromEntries(named.filter(([, value]) => value !== null)) as ChildTraits;
}

/** A filter as a sample keeps it: its period in days, so that it stays what it was. */
function storedFilter(query: SamplesQuery, shown: ShownPeriod | null): string {
  const period = periodDays(query.cases.period, shown);
  return samplesCodec.search({ ...query, cases: { ...query.cases, period } });
}

/**
 * Counts what a sample stands for, as it is now.
 * @param nowUs the instant of all values, microseconds since 1970
 * @returns null where there is no such sample
 */
export async function countPeriodOf(
  seen: SeenWorkspace,
  id: number,
  nowUs: number,
): Promise<PeriodCounts | null> {
  const read = await readSample(await readerOrEmpty(seen.path), id, null);
  return read === null ? null : countPeriod(seen, read.sample, nowUs);
}

function countPeriod(
  seen: SeenWorkspace,
  { filter }: Pick<ReviewSample, "filter">,
  nowUs: number,
): Promise<PeriodCounts> {
  const { query } = samplesCodec.parse(rawParams(filter));
  return readSnapshot(seen, query.cases, nowUs, (cases) =>
    periodCounts(groupFindings(cases, { on: query.on, traits: traitsOf(query) })),
  );
}

/** The latest sign-off of what a query names; null: nobody signed it off. */
export async function readPeriodSignOff(
  reader: Database,
  query: SamplesQuery,
  shown: ShownPeriod | null,
): Promise<SignOff | null> {
  return findSignOff(reader, storedFilter(query, shown));
}

/** Reads the latest samples, and how many findings a new one would be drawn from. @param nowUs now */
export async function loadSamples(
  seen: SeenWorkspace,
  query: SamplesQuery,
  nowUs: number,
  { viewer, names }: FindingsReader,
): Promise<SamplesModel> {
  const facts = await readSnapshot(seen, query.cases, nowUs, (cases) => ({
    isWorkspaceEmpty: cases.about.isWorkspaceEmpty,
    stored: storedFilter(query, cases.about.period),
    population: listChildren(cases, "disclosures", filterOf(query)).total,
  }));
  const reader = await readerOrEmpty(seen.path);
  const tallies = await readTallies(reader, samplesMax, viewer);
  const samples: SampleSummary[] = [];
  for (const sample of await readSamples(reader, samplesMax)) {
    const [signed = null] = await readSignOffs(reader, sample.id);
    samples.push({ sample, signed, tally: tallies.get(sample.id) ?? tallySample([]) });
  }
  return prepareSamples(query, samples, facts, names);
}

/** A sample with its sign-offs. @returns null where there is no such sample */
async function readFacts(
  reader: Database,
  id: number,
  viewer: string,
): Promise<SampleFacts | null> {
  const read = await readSample(reader, id, viewer);
  return read === null ? null : { ...read, signOffs: await readSignOffs(reader, id) };
}

/** Reads a sample, and the evidence of one of its findings. @returns null where there is no such sample */
export async function loadSample(
  seen: SeenWorkspace,
  id: number,
  query: SampleQuery,
  nowUs: number,
  { viewer, names }: FindingsReader,
): Promise<SampleModel | null> {
  const reader = await readerOrEmpty(seen.path);
  const facts = await readFacts(reader, id, viewer);
  if (facts === null) return null;
  const { items } = facts;
  const undecided = items.findIndex(
    ({ review, isWithheld, isGone }) => review === null && !isWithheld && !isGone,
  );
  const at = Math.min(query.item ?? Math.max(0, undecided) + 1, items.length) - 1;
  const isPaged = query.item === null && query.page > 1;
  const page = isPaged ? query.page : Math.floor(at / pageSize) + 1;
  const item = items[at];
  const place = item === undefined ? null : await findSampled(reader, item);
  const source = place === null ? null : await readSource(reader, seen, place, viewer);
  return prepareSample({
    ...{ ...facts, at, source, names, pageSize },
    period: await countPeriod(seen, facts.sample, nowUs),
    versions: await readHighestVersions(reader),
    own: await readOwnVersions(reader, viewer),
    unnamed: await readUnnamedVersions(reader),
    page: Math.min(page, Math.ceil(items.length / pageSize)),
    alike: source === null ? null : await readAlike(reader, seen, source, nowUs),
  });
}

/** Draws a sample of what a query leaves, and of it a share for a second review (`second`, 0 to 1); its filter has the period in days, so that it stays what it was. */
export async function drawFindings(
  seen: SeenWorkspace,
  query: SamplesQuery,
  nowUs: number,
  draw: Draw & { readonly second: number },
): Promise<NewSample> {
  const { drawn, filter } = await readSnapshot(seen, query.cases, nowUs, (cases) => ({
    drawn: drawSample(cases, filterOf(query), draw),
    filter: storedFilter(query, cases.about.period),
  }));
  const reader = await readerOrEmpty(seen.path);
  const itemsOf = async (part: SamplePart) =>
    (await readFindings(reader, seen, drawn[part])).map((each) => itemOf(part, each));
  const items = [...(await itemsOf("random")), ...(await itemsOf("risk"))];
  const second = drawSecond(items, draw.second, draw.seed);
  return {
    seed: draw.seed,
    filter,
    population: drawn.population,
    items: items.map((item, at) => ({ ...item, isSecond: second.has(at) })),
  };
}

function itemOf(part: SamplePart, finding: ListedFinding): Omit<SampleItem, "isSecond"> {
  const { caseId, anchor, rule, version, status, channel, atUs } = finding;
  return { part, caseId, anchor, rule, version, status, channel, atUs };
}
