import {
  outcomeOf,
  tallySample,
  violationsIn,
  type ReviewSample,
  type SampledFinding,
  type SignOff,
} from "@/lib/domain/quality/review-sample";
import { wilsonInterval } from "@/lib/stats/proportions/wilson-interval";
import {
  agreementWords,
  isChangedSince,
  storedFilterWords,
  tallyWords,
} from "../samples/sample-words";
import { packDecision, packInstant, withPlainWords, type PersonOf } from "./pack-finding";
import { packFormat, type PackAudit, type PackMaking } from "./pack-model";
import { packRule, type RuleOfPack } from "./pack-rules";
import type { PackRate, PackSampled, PackSignOff, SamplePackFacts } from "./sample-pack-model";

/** A finding of a sample, as it was drawn and as it is now. */
export type SampledSource = Pick<PackSampled, "now" | "decisions"> & {
  readonly item: SampledFinding;
};

/** What the pack of a sample is made of. */
export type SamplePackSource = {
  readonly making: PackMaking;
  readonly sample: ReviewSample;
  readonly findings: readonly SampledSource[];
  readonly rules: readonly RuleOfPack[];
  /** The latest first. */
  readonly signOffs: readonly SignOff[];
  readonly audit: PackAudit;
  readonly personOf: PersonOf;
};

/** Writes down everything that the evidence pack of a sample says; masked values become words. */
export function prepareSamplePack(source: SamplePackSource): SamplePackFacts {
  const { making, sample, findings, rules, signOffs, audit, personOf } = source;
  const tally = tallySample(findings.map(({ item }) => item));
  const said = withPlainWords({
    ...making,
    sample: {
      ...{ id: sample.id, population: sample.population, seed: sample.seed },
      drawnFrom: storedFilterWords(sample.filter),
      query: sample.filter,
      drawnAt: packInstant(sample.drawnUs) ?? "",
      drawnBy: personOf(sample.drawnBy),
    },
    findings: findings.map((each) => sampledOf(each, personOf)),
    rules: rules.map((of) => packRule(of, of.rule, personOf)),
    signOffs: signOffs.map((each): PackSignOff => ({
      at: packInstant(each.atUs) ?? "",
      by: personOf(each.actor),
      counts: tallyWords(each.tally),
      ...{ tally: each.tally, period: each.period, versions: each.versions, note: each.note },
    })),
  });
  const agreement = agreementWords(findings.map(({ item }) => item));
  const isChanged = isChangedSince(signOffs[0], tally);
  return {
    ...{ format: packFormat, kind: "sample", ...said, tally, agreement, audit },
    ...{ rate: rateOf(violationsIn(tally)), isChangedSince: isChanged },
  };
}

function rateOf({ hits, of }: ReturnType<typeof violationsIn>): PackRate {
  const interval = wilsonInterval(hits, of);
  if (interval === null) return null;
  const [low, high] = interval;
  return { violations: hits, decided: of, low, high };
}

function sampledOf({ item, now, decisions }: SampledSource, personOf: PersonOf): PackSampled {
  const { position, part, caseId, rule, version, status, channel, atUs } = item;
  return {
    ...{ number: position + 1, part, case: caseId, rule, version, status, channel },
    contactAt: packInstant(atUs) ?? "",
    outcome: outcomeOf(item),
    ...{ now, decisions, isSecond: item.isSecond },
    second: item.second === null ? null : packDecision(item.second, personOf),
  };
}
