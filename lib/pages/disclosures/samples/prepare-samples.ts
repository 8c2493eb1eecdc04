import {
  outcomeOf,
  sampleParts,
  tallySample,
  type PeriodCounts,
  type ReviewSample,
  type SampledFinding,
  type SampleTally,
  type SignOff,
} from "@/lib/domain/quality/review-sample";
import {
  signOffCaution,
  signOffHindrance,
  type OwnVersion,
} from "@/lib/domain/quality/sign-off-hindrance";
import { paginate } from "@/lib/format/address/paginate";
import { disclosureStatusWords, reviewWords, ruleName } from "@/lib/format/disclosure-words";
import { formatCount } from "@/lib/format/format";
import type { AlikeFindings, FindingSource } from "../finding-facts";
import { preparePanel } from "../prepare-panel";
import { disclosuresHref } from "../url";
import {
  agreementWords,
  changedRulesWords,
  estimateWords,
  isChangedSince,
  outcomeWords,
  periodWords,
  partsWords,
  progressWords,
  shownOutcomes,
  sampleFilterWords,
  storedFilterWords,
  tallyWords,
  violationWords,
} from "./sample-words";
import {
  partWords,
  type SampledLine,
  type SampleLine,
  type SampleModel,
  type SamplesModel,
  type SignOffLine,
} from "./samples-model";
import { sampleHref, secondReviewHref, samplesCodec, type SamplesQuery } from "./url";

/** A sample with its findings and its sign-offs, the latest first. */
export type SampleFacts = {
  readonly sample: ReviewSample;
  readonly items: readonly SampledFinding[];
  readonly signOffs: readonly SignOff[];
};

/** A sample of the list, with its latest sign-off. */
export type SampleSummary = {
  readonly sample: ReviewSample;
  readonly tally: SampleTally;
  /** Null: nobody signed it off. */
  readonly signed: SignOff | null;
};

type Names = ReadonlyMap<string, string>;

const nameOf = (names: Names, actor: string) => names.get(actor) ?? "a visitor of the demo";

/** Prepares the list of samples. @param names account names by public id */
export function prepareSamples(
  query: SamplesQuery,
  samples: readonly SampleSummary[],
  facts: Pick<SamplesModel, "isWorkspaceEmpty" | "population"> & {
    /** The query as a sample would keep it. */
    readonly stored: string;
  },
  names: Names,
): SamplesModel {
  const { isWorkspaceEmpty, population, stored } = facts;
  return {
    ...{ isWorkspaceEmpty, population },
    filter: sampleFilterWords(query),
    search: samplesCodec.search(query),
    filterHref: disclosuresHref({ ...query }),
    lines: samples.map((each) => sampleLine(each, stored, names)),
  };
}

function sampleLine(
  { sample, tally, signed }: SampleSummary,
  stored: string,
  names: Names,
): SampleLine {
  return {
    ...{ id: sample.id, drawnUs: sample.drawnUs, href: sampleHref(sample.id) },
    parts: partsWords(tally),
    filter: storedFilterWords(sample.filter),
    isOfFilter: sample.filter === stored,
    progress: progressWords(tally),
    violations: violationWords(tally),
    signed: signed === null ? "" : `signed off by ${nameOf(names, signed.actor)}`,
  };
}

/** What the page of a sample shows. */
export type ShownSample = SampleFacts & {
  /** Of its filter, now. */
  readonly period: PeriodCounts;
  readonly page: number;
  readonly pageSize: number;
  /** Position of the shown finding, from 0. */
  readonly at: number;
  /** Null: it is gone. */
  readonly source: FindingSource | null;
  readonly alike: AlikeFindings | null;
  /** Versions of rules that the viewer published. */
  readonly own: readonly OwnVersion[];
  /** Versions of rules that were published from the command line. */
  readonly unnamed: readonly OwnVersion[];
  /** By rule its latest published version; a rule that nobody edited has none. */
  readonly versions: ReadonlyMap<string, number>;
  readonly names: Names;
};

/** Prepares the page of a sample. */
export function prepareSample(shown: ShownSample): SampleModel {
  const { sample, items, page, pageSize, at, source, versions, names } = shown;
  const changed = changedRulesWords(items, versions);
  const { id, seed, population, filter, drawnBy, drawnUs } = sample;
  const tally = tallySample(items);
  const outcomes = shownOutcomes(tally);
  const hrefAt = (item: number) =>
    items[item] === undefined ? null : sampleHref(id, { item: item + 1 });
  const steps = { previousHref: hrefAt(at - 1), nextHref: hrefAt(at + 1) };
  return {
    ...{ id, drawnUs },
    title: `Sample ${String(id)}: ${progressWords(tally)}`,
    facts: [
      { name: "Drawn from", words: storedFilterWords(filter) },
      { name: "Findings when drawn", words: `${formatCount(population)} that could be evaluated` },
      { name: "Drawn", words: partsWords(tally) },
      { name: "Seed", words: String(seed) },
      { name: "Drawn by", words: nameOf(names, drawnBy) },
      ...(changed === "" ? [] : [{ name: "Rules changed since", words: changed }]),
    ],
    tally: {
      outcomes: outcomes.map((outcome) => outcomeWords[outcome]),
      parts: sampleParts
        .filter((part) => items.some((item) => item.part === part))
        .map((part) => ({
          part: partWords[part],
          counts: outcomes.map((outcome) => tally[part][outcome]),
        })),
    },
    estimate: estimateWords(tally, population),
    agreement: agreementWords(items),
    secondHref: items.some(({ isSecond }) => isSecond) ? secondReviewHref(id) : null,
    lines: items
      .slice((page - 1) * pageSize, page * pageSize)
      .map((item) => sampledLine(item, hrefAt(item.position) ?? "", item.position === at)),
    pagination: paginate({ page, pageSize, total: items.length }, (next) =>
      sampleHref(id, { page: next }),
    ),
    panel: source === null ? null : preparePanel(source, steps, names, shown.alike),
    isDetached: source === null,
    signOffs: shown.signOffs.map((each, index) => signOffLine(each, index === 0, names)),
    signing: signingOf(shown, tally),
  };
}

/** A finding of a sample as it was drawn. */
export function sampledLine(item: SampledFinding, href: string, isChosen: boolean): SampledLine {
  const { position, caseId, part, channel, atUs, rule, version, status } = item;
  const { tone, word } = disclosureStatusWords[status];
  return {
    ...{ position, href, isChosen, caseId, channel, atUs },
    part: partWords[part],
    rule: `${ruleName(rule)}, version ${String(version)}`,
    status: { tone, label: word },
    decision: decisionWords(item),
  };
}

function decisionWords(item: SampledFinding): string {
  const { review, isWithheld, isGone } = item;
  const outcome = outcomeOf(item);
  if (review === null && outcome === "gone") return outcomeWords.gone;
  if (isWithheld) return outcomeWords.withheld;
  if (review === null) return "";
  const words = `${reviewWords[review.decision]}: ${outcomeWords[outcome]}`;
  return isGone && outcome !== "gone" ? `${words}, ${outcomeWords.gone}` : words;
}

function signOffLine(signOff: SignOff, isLatest: boolean, names: Names): SignOffLine {
  const { id, actor, atUs, tally, versions, period, note } = signOff;
  return {
    ...{ id, atUs, note, isLatest },
    by: nameOf(names, actor),
    counts: tallyWords(tally),
    period: period === null ? "" : periodWords(period, "then"),
    versions: versions
      .map((each) => `${each.rule} version ${String(each.version)} (${formatCount(each.findings)})`)
      .join(", "),
  };
}

function signingOf(
  { sample, items, signOffs, period, own, unnamed, names }: ShownSample,
  tally: SampleTally,
): SampleModel["signing"] {
  const [latest] = signOffs;
  const isChanged = isChangedSince(latest, tally);
  return {
    after: latest?.id ?? null,
    covers: `${storedFilterWords(sample.filter)}. ${periodWords(period, "now")}`,
    hindrance: signOffHindrance(items, own, period)?.sentence ?? "",
    caution: signOffCaution(items, unnamed, period),
    since: isChanged
      ? "Decisions or findings changed since it was signed off, so it needs a new sign-off."
      : "",
    state: stateOf(latest, isChanged, names),
  };
}

function stateOf(
  latest: SignOff | undefined,
  isChanged: boolean,
  names: Names,
): SampleModel["signing"]["state"] {
  if (latest === undefined) return { tone: "none", words: "not signed off" };
  const words = `signed off by ${nameOf(names, latest.actor)}`;
  return isChanged ? { tone: "warn", words: `${words}, changed since` } : { tone: "pass", words };
}
