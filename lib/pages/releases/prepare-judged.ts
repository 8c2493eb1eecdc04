import type { DotRow } from "@/lib/analytics/charts/chart-model";
import { scaleOf } from "@/lib/analytics/charts/scale";
import type { SignOff } from "@/lib/domain/gate/stored-verdict";
import type { GateRuleState, GateVerdict, PairedFigures } from "@/lib/domain/gate/verdict";
import { channels, type Channel } from "@/lib/domain/trace/channel";
import { describeVerdict } from "@/lib/format/gate/describe-verdict";
import { chanceWords } from "@/lib/format/gate/rule-words";
import { evaluatorName } from "@/lib/format/scores/evaluator-words";
import { formatCount, formatCounted } from "@/lib/format/format";
import { percentTick, pointsWords, rateWords, signed } from "@/lib/format/share-words";
import { channelWords } from "@/lib/format/wording";
import type { CommonAttribute } from "@/lib/gate/common-attributes";
import type { GateRecord } from "@/lib/gate/record";
import { prepareGauge } from "./prepare-gauge";
import type { Judged } from "./releases-model";
import { answerWords, badgeOf, ruleBadges } from "./verdict-words";

/** Two runs compared on a part of the cases in scope. */
export type PartCompared = {
  /** A channel where the customer was last, or an evaluator; null: all in scope. */
  readonly channel: Channel | null;
  readonly evaluator: string | null;
  readonly paired: PairedFigures;
};

export type JudgedFacts = {
  readonly record: GateRecord;
  /** Parts of the stored record that its inputs do not give again. */
  readonly differing: readonly string[];
  readonly parts: readonly PartCompared[];
  readonly common: readonly CommonAttribute[];
};

const commonMax = 8;
const clear = 0.05;

/** Prepares what the gate found of a run. */
export function prepareJudged(
  { record, differing, parts, common }: JudgedFacts,
  signOff: SignOff | null = null,
): Judged {
  const { verdict, input } = record;
  const described = describeVerdict(verdict, input, new Map(), signOff);
  const { figures } = verdict;
  const failing = figures.unresolved.length;
  return {
    badge: badgeOf(verdict.verdict, signOff),
    answer: answerWords(verdict, signOff),
    signOff: described.signOff,
    attempt: `attempt ${formatCount(figures.attempt)}`,
    gauge: prepareGauge(record),
    share: described.share,
    decided: `${described.decided}${shortOfBar(record)}`,
    remarks: described.remarks,
    again:
      differing.length === 0
        ? "Decided again from its stored inputs: identical, byte for byte."
        : `Decided again from its stored inputs it differs in: ${differing.join(", ")}. Somebody changed the record.`,
    rules: ruleLines(described.rules, verdict),
    table: tableOf(record),
    differences: differencesOf(record, parts),
    common: failing < 3 ? null : { title: commonTitle(common), lines: commonLines(common) },
    strata: figures.strata.map(({ stratum, hits, of, floor }) => ({
      stratum,
      words: `${formatCount(hits)} of ${formatCount(of)} resolved${floor === null ? "" : `, floor ${percentTick(floor)}`}`,
    })),
  };
}

/** How many more cases would have reached the bar, where it blocks. */
function shortOfBar({ verdict, input }: GateRecord): string {
  const { share } = verdict.figures;
  const { minimum } = input.policy;
  if (share === null || minimum === null || verdict.decidedBy !== "minimum") return "";
  const needed = Math.ceil(minimum * share.scored - 1e-9) - share.resolved;
  return needed > 0 ? ` ${formatCounted(needed, "more case")} would have reached it.` : "";
}

const stateOrder = ["invalid", "blocks", "not_proven", "not_checked", "met"] as const;

function ruleLines(
  described: ReturnType<typeof describeVerdict>["rules"],
  { decidedBy, rules }: GateVerdict,
): Judged["rules"] {
  const lines = described.map(({ rule, name, words, state }) => ({
    ...{ name, words, state, badge: ruleBadges[state], isDeciding: rule === decidedBy },
  }));
  const count = (...states: readonly GateRuleState[]) =>
    rules.filter(({ state }) => states.includes(state)).length;
  const [invalid, blocking, unproven] = [count("invalid"), count("blocks"), count("not_proven")];
  const of = `of ${formatCounted(rules.length, "rule")}`;
  const title =
    invalid > 0
      ? `${formatCount(invalid)} ${of} ${invalid === 1 ? "makes" : "make"} it invalid`
      : blocking > 0
        ? `${formatCount(blocking)} ${of} ${blocking === 1 ? "blocks" : "block"}`
        : unproven > 0
          ? `Nothing blocks, ${formatCount(unproven)} ${of} ${unproven === 1 ? "is" : "are"} not proven`
          : "Every rule is met";
  const isOpen = ({ state, isDeciding }: (typeof lines)[number]) =>
    isDeciding || (state !== "met" && state !== "not_checked");
  const rest = lines.filter((line) => !isOpen(line));
  const unchecked = rest.filter(({ state }) => state === "not_checked").length;
  const met = `${formatCounted(rest.length - unchecked, "rule")} met`;
  return {
    title,
    open: stateOrder.flatMap((state) =>
      lines.filter((line) => isOpen(line) && line.state === state),
    ),
    rest,
    restWords: unchecked === 0 ? met : `${met}, ${formatCount(unchecked)} not checked`,
  };
}

function tableOf({ verdict: { figures } }: GateRecord): Judged["table"] {
  const { paired, baseline, candidate } = figures;
  if (paired === null || baseline === null) return null;
  const { bothResolved, regressed, fixed, neitherResolved } = paired;
  return {
    baseline: baseline.release,
    candidate: candidate.release,
    counts: {
      both: bothResolved,
      regressed: regressed.length,
      fixed: fixed.length,
      neither: neitherResolved.length,
    },
    words: `Difference ${pointsWords({ value: paired.difference, interval: paired.interval })}. Exact McNemar, one-sided: p = ${chanceWords(paired.chance)}.`,
  };
}

function differencesOf(
  { verdict: { figures }, input: { policy } }: GateRecord,
  parts: readonly PartCompared[],
): Judged["differences"] {
  const { baseline, candidate } = figures;
  if (baseline === null || parts.length === 0) return null;
  const scope = policy.scope === "all" ? "all cases" : "all cross-channel cases";
  const rows = parts.map((part) => rowOf(part, scope));
  const worse = parts.filter(
    ({ channel, evaluator, paired }) =>
      (channel !== null || evaluator !== null) && paired.interval[1] < 0,
  );
  const names = worse.map((part) => nameOf(part, scope));
  const subtitle = `${candidate.release} minus ${baseline.release} on the same cases, in points, with 95% intervals (Newcombe, paired).`;
  return {
    frame: {
      title:
        names.length === 0
          ? "No channel and no evaluator differs clearly"
          : `Clearly worse: ${names.join(", ")}`,
      subtitle,
      label: `${subtitle} ${rows.map(({ subject, shown }) => `${subject.words} ${shown}`).join("; ")}.`,
      table: {
        columns: [
          { words: "Of", isNumber: false },
          { words: "Difference", isNumber: true },
          { words: "Interval, regressed ↓, fixed ↑, cases", isNumber: true },
        ],
        rows: rows.map(({ subject, shown, basis }) => [
          { words: subject.words },
          { words: shown },
          { words: basis },
        ]),
      },
      links: [],
      note: "↓ regressed, ↑ fixed. A channel's cases are those that it ended on. Where a low score is good, scores are turned, so that minus is worse for every evaluator. Many intervals at once: one in twenty leaves out zero by chance.",
    },
    rows,
    scale: scaleOf(rows, {
      least: -100,
      most: 100,
      reference: { at: 0, words: "no difference" },
      wordsOf: (value) => signed(value, 0),
    }),
  };
}

function nameOf({ channel, evaluator }: PartCompared, scope: string): string {
  if (channel !== null) return `ended on ${channelWords[channel]}`;
  return evaluator === null ? scope : evaluatorName(evaluator);
}

function rowOf(part: PartCompared, scope: string): DotRow {
  const { channel, evaluator, paired } = part;
  const { difference, interval, regressed, fixed } = paired;
  const pairs =
    regressed.length + fixed.length + paired.bothResolved + paired.neitherResolved.length;
  return {
    key: channel ?? evaluator ?? "all",
    subject: { channels: channel === null ? [] : [channel], words: nameOf(part, scope) },
    href: null,
    value: 100 * difference,
    interval: [100 * interval[0], 100 * interval[1]],
    hollow: null,
    shown: signed(100 * difference, 0),
    basis: `(${signed(100 * interval[0], 0)} to ${signed(100 * interval[1], 0)}) · ${formatCount(regressed.length)}↓ ${formatCount(fixed.length)}↑ n=${formatCount(pairs)}`,
  };
}

function commonTitle(common: readonly CommonAttribute[]): string {
  const [first] = common.filter(({ chance }) => chance <= clear);
  return first === undefined
    ? "Nothing stands out among the failing cases"
    : `The failing cases have in common: ${first.value} (${first.attribute})`;
}

function commonLines(common: readonly CommonAttribute[]) {
  return common.slice(0, commonMax).map(({ attribute, value, failing, passing, ...found }) => ({
    words: `${attribute}: ${value}`,
    basis: `${rateWords(failing)} of ${formatCounted(failing.of, "failing case")}, ${rateWords(passing)} of ${formatCounted(passing.of, "other")}`,
    difference: pointsWords({ value: found.difference, interval: found.interval }),
    isClear: found.chance <= clear,
  }));
}

/** The channels in their usual order. */
export function inChannelOrder(some: Iterable<Channel>): readonly Channel[] {
  const all = new Set(some);
  return channels.filter((channel) => all.has(channel));
}
