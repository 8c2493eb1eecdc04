import type { EarlierVerdict } from "@/lib/domain/gate/earlier-verdict";
import type { GatePolicy } from "@/lib/domain/gate/policy";
import { formatCount } from "../format";
import { percentTick } from "../share-words";
import { verdictWords } from "./rule-words";

/** The terms of a judging: its policy, and hashes of the cohort and of the baseline's outcomes. */
type Terms = Omit<EarlierVerdict, "verdict">;

/** Earlier verdicts that are named one by one, the latest. */
const namedMax = 3;

/**
 * "Judged before by other terms: BLOCK (the minimum was 78% and is 70%)."; null: it was not.
 * @param earlier first to last
 */
export function earlierRemark(earlier: readonly EarlierVerdict[], now: Terms): string | null {
  if (earlier.length === 0) return null;
  const named = earlier
    .slice(-namedMax)
    .toReversed()
    .map((each) => `${verdictWords[each.verdict]} (${changesOf(each, now).join(", ")})`);
  const left = earlier.length - named.length;
  const more = left === 0 ? "" : `; and ${formatCount(left)} more before`;
  return `Judged before by other terms: ${named.join("; ")}${more}.`;
}

function changesOf(was: Terms, is: Terms): readonly string[] {
  const worded = terms.flatMap(({ name, words }) => {
    const [before, now] = [words(was.policy), words(is.policy)];
    return before === now ? [] : [`${name} was ${before} and is ${now}`];
  });
  return [
    ...worded,
    ...(sameStrata(was.policy, is.policy) ? [] : ["the floors of strata were others"]),
    ...(was.policy.cohort === is.policy.cohort ? [] : ["the policy named another cohort"]),
    ...(was.cohort === is.cohort ? [] : ["the cohort was another version"]),
    ...(was.baseline === is.baseline ? [] : [baselineChange(was.baseline, is.baseline)]),
  ];
}

function baselineChange(was: string | null, is: string | null): string {
  if (was === null) return "there was no baseline";
  return is === null ? "there was a baseline" : "the baseline had other outcomes";
}

function sameStrata(a: GatePolicy, b: GatePolicy): boolean {
  const sorted = ({ strata }: GatePolicy) =>
    JSON.stringify(Object.entries(strata).sort(([one], [other]) => (one < other ? -1 : 1)));
  return sorted(a) === sorted(b);
}

const terms: readonly {
  readonly name: string;
  readonly words: (policy: GatePolicy) => string;
}[] = [
  { name: "the minimum", words: ({ minimum }) => shareOr(minimum) },
  {
    name: "the scope",
    words: ({ scope }) => (scope === "all" ? "all cases" : "cross-channel cases"),
  },
  { name: "the margin", words: ({ nonInferiorityMargin }) => shareOr(nonInferiorityMargin) },
  { name: "the metric", words: ({ metric }) => metric ?? "not stated" },
  {
    name: "a new critical failure",
    words: ({ newCriticalFailures }) => `to ${newCriticalFailures}`,
  },
  { name: "a pass that is not proven", words: ({ notProven }) => notProvenWords[notProven] },
  { name: "a baseline", words: ({ baseline }) => baseline },
  { name: "the least number of repeats", words: ({ repeats }) => formatCount(repeats) },
];

const notProvenWords = {
  allow: "allowed",
  sign_off: "to be signed off",
  block: "blocked",
} as const satisfies Record<GatePolicy["notProven"], string>;

function shareOr(share: number | null): string {
  return share === null ? "none" : percentTick(share);
}
