import "server-only";
import { drawSecond } from "@/lib/analytics/disclosures/draw-second";
import { drawSample, type Draw } from "@/lib/analytics/disclosures/draw-sample";
import { listChildren } from "@/lib/analytics/ask/list";
import { periodDays } from "@/lib/analytics/filter/shown-period";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import type { NewSample, SampleItem, SamplePart } from "@/lib/domain/quality/review-sample";
import type { Database } from "@/lib/store/database";
import { findSampled, readSample, readSamples } from "@/lib/store/decisions/review-samples";
import { readSignOffs } from "@/lib/store/decisions/sign-offs";
import { readAlike, readFindings, readSource } from "./load-findings";
import type { FindingsReader, ListedFinding } from "./finding-facts";
import { prepareSample, prepareSamples, type SampleFacts } from "./samples/prepare-samples";
import type { SampleModel, SamplesModel } from "./samples/samples-model";
import { samplesCodec, type SampleQuery, type SamplesQuery } from "./samples/url";

const pageSize = 25;
const samplesMax = 20;

/** The disclosures that samples are drawn from: those that could be evaluated. */
function filterOf({ rule, on, by }: SamplesQuery) {
  const traits = { ...(rule === null ? {} : { rule }), ...(by === null ? {} : { by }) };
  const metric = { id: "disclosures_given", subset: "denominator" } as const;
  return { metric, on, to: null, traits };
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
    population: listChildren(cases, "disclosures", filterOf(query)).total,
  }));
  const reader = await readerOrEmpty(seen.path);
  const samples: SampleFacts[] = [];
  for (const { id } of await readSamples(reader, samplesMax)) {
    const read = await readFacts(reader, id, viewer);
    if (read !== null) samples.push(read);
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
  const undecided = items.findIndex(({ review, isWithheld }) => review === null && !isWithheld);
  const at = Math.min(query.item ?? Math.max(0, undecided) + 1, items.length) - 1;
  const isPaged = query.item === null && query.page > 1;
  const page = isPaged ? query.page : Math.floor(at / pageSize) + 1;
  const item = items[at];
  const place = item === undefined ? null : await findSampled(reader, item);
  const source = place === null ? null : await readSource(reader, seen, place, viewer);
  return prepareSample({
    ...{ ...facts, at, source, names, pageSize },
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
  const { drawn, period } = await readSnapshot(seen, query.cases, nowUs, (cases) => ({
    drawn: drawSample(cases, filterOf(query), draw),
    period: periodDays(query.cases.period, cases.about.period),
  }));
  const reader = await readerOrEmpty(seen.path);
  const itemsOf = async (part: SamplePart) =>
    (await readFindings(reader, seen, drawn[part])).map((each) => itemOf(part, each));
  const items = [...(await itemsOf("random")), ...(await itemsOf("risk"))];
  const second = drawSecond(items, draw.second, draw.seed);
  return {
    seed: draw.seed,
    filter: samplesCodec.search({ ...query, cases: { ...query.cases, period } }),
    population: drawn.population,
    items: items.map((item, at) => ({ ...item, isSecond: second.has(at) })),
  };
}

function itemOf(part: SamplePart, finding: ListedFinding): Omit<SampleItem, "isSecond"> {
  const { caseId, anchor, rule, version, status, channel, atUs } = finding;
  return { part, caseId, anchor, rule, version, status, channel, atUs };
}
