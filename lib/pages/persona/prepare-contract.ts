import { channels, type Channel } from "@/lib/domain/trace/channel";
import {
  personaAttributes,
  personaAttributeFacts,
  type EscalationRule,
  type PersonaContract,
} from "@/lib/domain/settings/persona-contract";
import type { ChannelLevel } from "@/lib/analytics/persona/level-figures";
import type { PromptVersion } from "@/lib/analytics/prompts/lineage";
import { joinedByAnd } from "@/lib/format/join-words";
import { formatCounted, formatInstant } from "@/lib/format/format";
import { channelWords } from "@/lib/format/wording";
import { rangeWords } from "@/lib/analytics/words/attribute-words";
import type { ContractModel } from "./persona-model";
import { offContract } from "./prepare-levels";
import { promptName } from "@/lib/format/prompt-words";
import { shortDay } from "@/lib/analytics/charts/time-axis";

/** A version of the contract that was approved. */
export type Approval = { readonly version: number; readonly atUs: number; readonly by: string };

type ContractFacts = {
  readonly contract: PersonaContract;
  /** The latest first. */
  readonly approvals: readonly Approval[];
  readonly levels: readonly ChannelLevel[];
  readonly lineage: readonly PromptVersion[];
  readonly asOfUs: number;
  /** Names of accounts by public id. */
  readonly names: ReadonlyMap<string, string>;
};

/** A version not seen for longer than this no longer runs. */
const runningUs = 28 * 86_400_000_000;

/** Prepares the contract in force with each channel's deviations. */
export function prepareContract(facts: ContractFacts): ContractModel {
  const { contract, approvals, levels, names } = facts;
  const { approval, version, terms } = contract;
  const isInForce = approval !== null;
  const rows = isInForce
    ? channels
        .filter((channel) => levels.some((each) => each.channel === channel))
        .map((channel) => contractRow(channel, facts))
    : [];
  return {
    title: isInForce
      ? `Contract v${String(version)} applies to every channel; ${keptWords(rows)}`
      : "No contract is in force",
    subtitle: isInForce
      ? `Approved by ${names.get(approval.by) ?? approval.by} on ${formatInstant(approval.atUs, "day")}; a channel’s own terms come first`
      : "A draft is not applied until it is approved under Settings",
    escalation: isInForce ? escalationWords(terms.escalation) : "",
    rows,
    versions: approvals.map(
      ({ version: number, atUs, by }) =>
        `v${String(number)}: ${names.get(by) ?? by}, ${formatInstant(atUs, "day")}`,
    ),
  };
}

/** The title: channels that deviate from the contract. */
function keptWords(rows: ContractModel["rows"]): string {
  const off = rows.filter(({ deviations }) => deviations.length > 0);
  const names = joinedByAnd(off.map(({ channel }) => channelWords[channel]));
  if (off.length === 0) return "no channel clearly departs from it";
  return `${names} ${off.length === 1 ? "departs" : "depart"} from it`;
}

function contractRow(
  channel: Channel,
  { contract: { terms }, levels, lineage, asOfUs }: ContractFacts,
): ContractModel["rows"][number] {
  const own = terms.allowances[channel];
  const allowances = personaAttributes.flatMap((attribute) => {
    const range = own[attribute];
    return range === undefined
      ? []
      : [`${personaAttributeFacts[attribute].words.toLowerCase()} ${rangeWords(attribute, range)}`];
  });
  const running = lineage.flatMap((version) =>
    version.uses
      .filter((use) => use.channel === channel && use.lastUs > asOfUs - runningUs)
      .map((use) => ({ version, since: use.firstUs })),
  );
  const templates = new Set(
    terms.prompts.map((each) => each.slice(0, Math.max(0, each.lastIndexOf("@")))),
  );
  const unapproved = running.filter(
    ({ version: { template, prompt } }) =>
      templates.has(template) && !terms.prompts.includes(prompt),
  );
  const level = levels.find((each) => each.channel === channel);
  const off = level === undefined ? [] : offContract(level, terms);
  return {
    channel,
    allowances: allowances.length === 0 ? "none" : allowances.join("; "),
    prompts:
      running.length === 0
        ? "none heard in 28 days"
        : running
            .map(({ version, since }) => `${promptName(version)} since ${shortDay(since)}`)
            .join("; "),
    deviations: [
      ...(off.length === 0
        ? []
        : [
            `off in ${joinedByAnd(off.map((each) => personaAttributeFacts[each].words.toLowerCase()))}`,
          ]),
      ...unapproved.map(({ version }) => `${promptName(version)} is not approved`),
    ],
  };
}

/** "An AI agent passes on when …": one rule for all channels. */
function escalationWords(rule: EscalationRule): string {
  const when = [
    ...(rule.isOnRequest ? ["the customer asks for a person"] : []),
    ...(rule.isOnAnger ? ["the customer is angry"] : []),
    ...(rule.sameAnswers === null
      ? []
      : [`it has given the same answer ${String(rule.sameAnswers)} times`]),
    ...(rule.mostAnswers === null ? [] : [`it has answered ${String(rule.mostAnswers)} times`]),
    ...(rule.topics.length === 0 ? [] : [`it is about ${rule.topics.join(", ")}`]),
  ];
  if (when.length === 0) return "Escalation: no rule.";
  return `Escalation, on every channel: to a person when ${when.join("; ")}; within ${formatCounted(rule.graceAnswers, "answer")}.`;
}
