import type { RuleTally, StatusCounts } from "@/lib/analytics/disclosures/tally-disclosures";
import type { Lede } from "@/lib/analytics/findings/finding-model";
import { requiredStatuses } from "@/lib/domain/case/case-disclosure";
import { ruleName } from "@/lib/format/disclosure-words";
import { formatCount, formatCounted } from "@/lib/format/format";
import { rateWords } from "@/lib/format/share-words";
import { channelWords } from "@/lib/format/wording";

/** How many contacts a rule required something of, and in how many it was given. */
export function requiredOf(counts: StatusCounts): { readonly hits: number; readonly of: number } {
  const all = requiredStatuses.reduce((sum, status) => sum + counts[status], 0);
  return { hits: counts.given, of: all - counts.not_evaluable };
}

function partWords(part: number, all: number): string {
  if (part === all) return all === 1 ? "That one" : "All of them";
  return part * 2 > all ? "Most of them" : `${formatCount(part)} of them, more than elsewhere`;
}

function noneFound(required: number): string {
  return required === 1
    ? "The one required disclosure was not given."
    : `None of the ${formatCount(required)} required disclosures was given as required.`;
}

/** "AI identity: 603, Recording notice: 27" */
function byRuleWords(rules: readonly RuleTally[]): string {
  return rules
    .map(({ rule, all }) => ({ rule, of: requiredOf(all).of }))
    .filter(({ of }) => of > 0)
    .toSorted((one, two) => two.of - one.of)
    .map(({ rule, of }) => `${ruleName(rule)}: ${formatCount(of)}`)
    .join(", ");
}

/** What is not given most often, and where. */
export function prepareDisclosuresLede(rules: readonly RuleTally[]): Lede {
  const groups = rules.flatMap(({ rule, byChannel }) =>
    [...byChannel].map(([channel, counts]) => ({ rule, channel, ...requiredOf(counts) })),
  );
  const required = groups.reduce((sum, { of }) => sum + of, 0);
  const open = groups.reduce((sum, { hits, of }) => sum + of - hits, 0);
  if (rules.length === 0) {
    return {
      lead: "No disclosure was required.",
      rest: "No rule that is on applies to these contacts.",
    };
  }
  if (required === 0) {
    const unread = rules.reduce((sum, { all }) => sum + all.not_evaluable, 0);
    return {
      lead: "No disclosure can be judged here.",
      rest: `${formatCounted(unread, "disclosure")} can’t be evaluated: open one to read why.`,
    };
  }
  const [most] = groups.toSorted((one, two) => two.of - two.hits - (one.of - one.hits));
  if (most === undefined || open === 0) {
    return {
      lead: `All ${formatCounted(required, "required disclosure")} were given.`,
      rest: "By the rules that are on, which are samples and not legal advice.",
    };
  }
  if (open === required) {
    return { lead: noneFound(required), rest: `${byRuleWords(rules)}.` };
  }
  return {
    lead: `${formatCount(open)} of ${formatCounted(required, "required disclosure")} ${open === 1 ? "was" : "were"} not given as required.`,
    rest: `${partWords(most.of - most.hits, open)}: ${ruleName(most.rule)} on ${channelWords[most.channel]}, where ${rateWords(most)} were given.`,
  };
}
