import type { GateInput } from "@/lib/domain/gate/gate-input";
import type { SignOff } from "@/lib/domain/gate/stored-verdict";
import type { GatePolicy } from "@/lib/domain/gate/policy";
import type { GateRule, GateRuleState, GateVerdict } from "@/lib/domain/gate/verdict";
import { formatCount, formatCounted, isoDay } from "../format";
import { joinedByAnd } from "../join-words";
import { percentTick, signed } from "../share-words";
import { earlierRemark } from "./earlier-words";
import { labelRemark } from "./label-words";
import {
  chanceWords,
  ruleNames,
  ruleSentence,
  scopeNoun,
  shareSentence,
  shareWords,
  verdictWords,
} from "./rule-words";

/** More strata than this are not named one by one. */
const strataMax = 12;

/** More cases than this with one reason are counted: failing ones, and those that were not scored. */
const failingIdsMax = 200;
const unscoredIdsMax = 12;

/** Ids under a heading; `why` where there is something to say of each. */
export type GateList = {
  readonly title: string;
  /** The most ids to write under one reason, where the reasons are what is read; null: it is no list of reasons. */
  readonly idsOfReason: number | null;
  readonly items: readonly { readonly id: string; readonly why: string | null }[];
};

/** A verdict in words, for every output. */
export type GateDescription = {
  /** "BLOCK: v15 on golden-200, attempt 1" */
  readonly title: string;
  readonly share: string;
  readonly decidedBy: GateRule;
  readonly decided: string;
  readonly rules: readonly {
    readonly rule: GateRule;
    readonly name: string;
    readonly state: GateRuleState;
    readonly words: string;
  }[];
  /** Who answers for it though it is not proven, in a sentence; null: nobody, or nobody has to. */
  readonly signOff: string | null;
  /** Sentences on what the figures rest on. */
  readonly remarks: readonly string[];
  /** Regressed first; none is empty. */
  readonly lists: readonly GateList[];
};

/** What should come of items, by id: a verdict does not keep it. */
export type ExpectedOutcomes = ReadonlyMap<string, string | null>;

/** Puts a verdict into words. */
export function describeVerdict(
  verdict: GateVerdict,
  { policy, judgedOtherwise }: Pick<GateInput, "policy" | "judgedOtherwise">,
  expected: ExpectedOutcomes,
  signOff: SignOff | null = null,
): GateDescription {
  const { figures, decidedBy } = verdict;
  const name = signOff === null ? verdictWords[verdict.verdict] : "PASS, signed off";
  const { candidate, baseline, cohort, attempt } = figures;
  const terms = { policy, cohort: cohort.sha256, baseline: baseline?.sha256 ?? null };
  const earlier = earlierRemark(judgedOtherwise, terms);
  return {
    title: `${name}: ${candidate.release} on ${cohort.name}, attempt ${formatCount(attempt)}`,
    share: `${verdict.verdict === "invalid" ? "This decides nothing: " : ""}${shareSentence(figures, policy)}`,
    decidedBy,
    decided: `Decided by: ${ruleNames[decidedBy]}. ${ruleSentence(decidedBy, figures, policy)}${consequence(verdict, policy)}${besides(verdict)}${earlier === null ? "" : ` ${earlier}`}`,
    rules: verdict.rules.map(({ rule, state }) => ({
      ...{ rule, state, name: ruleNames[rule] },
      words: ruleSentence(rule, figures, policy),
    })),
    signOff: signOff === null ? null : signOffWords(signOff),
    remarks: remarksOn(verdict, policy),
    lists: listsOf(verdict, expected),
  };
}

/** "Signed off by Jane Doe on 2026-11-23: we watch it for a day." */
export function signOffWords({ name, atUs, reason }: SignOff): string {
  return `Signed off by ${name} on ${isoDay(atUs)}: ${reason}`;
}

function consequence({ verdict }: GateVerdict, { notProven }: GatePolicy): string {
  if (verdict !== "pass_not_proven" || notProven === "allow") return "";
  return notProven === "block"
    ? " The policy blocks what is not proven."
    : " The policy asks for a person's sign-off.";
}

/** Other rules that would have decided the same. */
function besides({ rules, decidedBy }: GateVerdict): string {
  const deciding = rules.find(({ rule }) => rule === decidedBy);
  if (deciding === undefined || deciding.state === "met") return "";
  const others = rules.filter(({ rule, state }) => state === deciding.state && rule !== decidedBy);
  if (others.length === 0) return "";
  return ` So would: ${joinedByAnd(others.map(({ rule }) => ruleNames[rule]))}.`;
}

function remarksOn({ figures }: GateVerdict, policy: GatePolicy): readonly string[] {
  const { share, paired, baseline, cohort, strata, risk, attempt, candidate } = figures;
  const noun = scopeNoun(policy);
  const remarks: string[] = [];
  if (paired !== null && baseline !== null) {
    const { regressed, fixed, bothResolved, neitherResolved, unpaired } = paired;
    const all = regressed.length + fixed.length + bothResolved + neitherResolved.length;
    const same = `${formatCount(bothResolved)} resolved in both, ${formatCount(neitherResolved.length)} in neither`;
    const left =
      unpaired === 0 ? "" : `; ${formatCounted(unpaired, "case")} not scored in one of the runs`;
    remarks.push(
      `Against ${baseline.release} on the same ${formatCounted(all, noun)}: ${formatCount(regressed.length)} regressed, ${formatCount(fixed.length)} fixed, ${same}${left}.`,
      `Difference ${signed(100 * paired.difference, 1)} points, 95% interval ${signed(100 * paired.interval[0], 1)} to ${signed(100 * paired.interval[1], 1)} (Newcombe, paired); exact McNemar, one-sided, p = ${chanceWords(paired.chance)}.`,
    );
    const { outOfScope } = paired;
    if (outOfScope.regressed.length + outOfScope.fixed.length > 0) {
      remarks.push(
        `Of cases on one channel, which decide nothing here, ${formatCount(outOfScope.regressed.length)} regressed and ${formatCount(outOfScope.fixed.length)} were fixed.`,
      );
    }
  }
  if (strata.length > 0) {
    const lowest = strata
      .filter(({ of }) => of > 0)
      .sort((a, b) => a.hits / a.of - b.hits / b.of)
      .slice(0, strataMax);
    const of = strata.length > strataMax ? `, the lowest of ${formatCount(strata.length)}` : "";
    const each = lowest.map(
      ({ stratum, hits, of: scored }) =>
        `${stratum} ${formatCount(hits)} of ${formatCount(scored)}`,
    );
    remarks.push(`Resolved by stratum${of}: ${each.join(", ")}.`);
  }
  if (share !== null && share.scored < cohort.inScope) {
    const [worst, best] = share.range.map(shareWords);
    remarks.push(
      `With what was not scored the share lies between ${worst ?? ""} and ${best ?? ""}.`,
    );
  }
  if (share !== null && cohort.clusters < cohort.inScope) {
    remarks.push(
      `The ${formatCounted(cohort.inScope, noun)} are of ${formatCounted(cohort.clusters, "customer or scenario", "customers or scenarios")}: as much evidence as ${formatCounted(Math.round(share.effective), "independent case")}. Intervals count that; McNemar's test does not.`,
    );
  }
  const labels = labelRemark(figures);
  if (labels !== null) remarks.push(labels);
  if (risk !== null) {
    const once = `A release that truly resolves ${percentTick(risk.trueShare)} reaches the bar by luck ${shareWords(risk.once)} of the time`;
    const often =
      attempt > 1
        ? `, and in one of ${formatCount(attempt)} attempts ${shareWords(risk.inAttempts)}`
        : "";
    remarks.push(
      `Attempt ${formatCount(attempt)} of ${candidate.release} on this cohort. ${once}${often}.`,
    );
  }
  return remarks;
}

function listsOf({ figures }: GateVerdict, expected: ExpectedOutcomes): readonly GateList[] {
  const { paired, unresolved, candidate, baseline, newCritical } = figures;
  const plain = (title: string, ids: readonly string[]): GateList => ({
    ...{ title, idsOfReason: null },
    items: ids.map((id) => ({ id, why: null })),
  });
  const failing = (title: string, ids: readonly string[]): GateList => ({
    ...{ title, idsOfReason: ids.some((id) => expected.get(id) != null) ? failingIdsMax : null },
    items: ids.map((id) => {
      const words = expected.get(id) ?? null;
      return { id, why: words === null ? null : `expected: ${words}` };
    }),
  });
  const unscoredOf = ({ release, unscored }: typeof candidate): GateList => ({
    ...{ title: `Not scored, ${release}`, idsOfReason: unscoredIdsMax },
    items: unscored.map(({ item, why }) => ({ id: item, why })),
  });
  const compared =
    paired === null
      ? [failing("Not resolved", unresolved)]
      : [
          failing("Regressed", paired.regressed),
          plain("Fixed", paired.fixed),
          plain("Same: not resolved in both", paired.neitherResolved),
          plain("Regressed, on one channel", paired.outOfScope.regressed),
          plain("Fixed, on one channel", paired.outOfScope.fixed),
        ];
  const critical = newCritical.map(({ item, failure }) => ({ id: item, why: failure }));
  return [
    { title: "New critical failures", idsOfReason: failingIdsMax, items: critical },
    ...compared,
    unscoredOf(candidate),
    ...(baseline === null ? [] : [unscoredOf(baseline)]),
  ].filter(({ items }) => items.length > 0);
}
