import { requiredStatuses, type RequiredStatus } from "@/lib/domain/case/case-disclosure";
import { channels, type Channel } from "@/lib/domain/trace/channel";
import { isNotGiven } from "../facets/child-traits";
import { countBy } from "../ask/count";
import type { FilteredCases } from "../ask/filtered-cases";

/** Contacts by what became of a rule in them; those that the rule is not for are not counted. */
export type StatusCounts = Readonly<Record<RequiredStatus, number>>;

export type RuleTally = {
  readonly rule: string;
  readonly all: StatusCounts;
  /** How many of those that were not given nobody has decided on. */
  readonly toReview: number;
  /** Channels with such contacts, in the order of `channels`. */
  readonly byChannel: ReadonlyMap<Channel, StatusCounts>;
};

/** Counts the disclosures of some cases by rule, channel and status; rules ordered by id. */
export function tallyDisclosures(cases: FilteredCases): readonly RuleTally[] {
  return cases.once("disclosures", () => {
    const counts = countBy(cases.listed(), "disclosures", ({ rule, channel, status }) =>
      keyOf(rule, channel, status),
    );
    const open = countBy(cases.listed(), "disclosures", ({ rule, status, review }) =>
      review === "open" && isNotGiven(status) ? rule : null,
    );
    const rules = new Set(
      [...counts.keys()].map((key) => key.slice(key.lastIndexOf(separator) + 1)),
    );
    return [...rules].sort().map((rule): RuleTally => {
      const of = (channel: Channel) =>
        countsOf((status) => counts.get(keyOf(rule, channel, status)) ?? 0);
      const byChannel = new Map(
        channels
          .map((channel) => [channel, of(channel)] as const)
          .filter(([, own]) => requiredStatuses.some((status) => own[status] > 0)),
      );
      const sum = (status: RequiredStatus) =>
        [...byChannel.values()].reduce((total, own) => total + own[status], 0);
      return { rule, byChannel, all: countsOf(sum), toReview: open.get(rule) ?? 0 };
    });
  });
}

const separator = "\n";
const keyOf = (rule: string, channel: Channel, status: RequiredStatus) =>
  [channel, status, rule].join(separator);

function countsOf(count: (status: RequiredStatus) => number): StatusCounts {
  return Object.fromEntries(
    requiredStatuses.map((status) => [status, count(status)]),
  ) as StatusCounts;
}
