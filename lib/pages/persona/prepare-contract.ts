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
import { formatInstant } from "@/lib/format/format";
import { channelWords } from "@/lib/format/wording";
import { rangeWords } from "@/lib/analytics/words/attribute-words";
import type { ContractModel } from "./persona-model";
import { offContract } from "./prepare-levels";
import { promptName } from "@/lib/format/prompts/prompt-words";
import { shortDay } from "@/lib/analytics/charts/time-axis";
import * as said from "./words/tables";

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
    title: isInForce ? said.contractApplies(version, keptWords(rows)) : said.contract.titleNone,
    subtitle: isInForce
      ? said.approvedBy(names.get(approval.by) ?? approval.by, formatInstant(approval.atUs, "day"))
      : said.contract.subtitleDraft,
    escalation: isInForce ? escalationWords(terms.escalation) : "",
    rows,
    versions: approvals.map(({ version: number, atUs, by }) =>
      said.approvedVersion(number, names.get(by) ?? by, formatInstant(atUs, "day")),
    ),
  };
}

/** The title: channels that deviate from the contract. */
function keptWords(rows: ContractModel["rows"]): string {
  const off = rows.filter(({ deviations }) => deviations.length > 0);
  const names = joinedByAnd(off.map(({ channel }) => channelWords[channel]));
  if (off.length === 0) return said.contract.kept;
  return said.departFromIt(names, off.length);
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
    allowances: allowances.length === 0 ? said.contract.noAllowance : allowances.join("; "),
    prompts:
      running.length === 0
        ? said.contract.noPrompt
        : running
            .map(({ version, since }) => said.promptSince(promptName(version), shortDay(since)))
            .join("; "),
    deviations: [
      ...(off.length === 0
        ? []
        : [
            said.offIn(
              joinedByAnd(off.map((each) => personaAttributeFacts[each].words.toLowerCase())),
            ),
          ]),
      ...unapproved.map(({ version }) => said.notApproved(promptName(version))),
    ],
  };
}

/** "An AI agent passes on when …": one rule for all channels. */
function escalationWords(rule: EscalationRule): string {
  const when = [
    ...(rule.isOnRequest ? [said.escalation.request] : []),
    ...(rule.isOnAnger ? [said.escalation.anger] : []),
    ...(rule.sameAnswers === null ? [] : [said.sameAnswers(rule.sameAnswers)]),
    ...(rule.mostAnswers === null ? [] : [said.manyAnswers(rule.mostAnswers)]),
    ...(rule.topics.length === 0 ? [] : [said.isAbout(rule.topics.join(", "))]),
  ];
  if (when.length === 0) return said.escalation.none;
  return said.escalationRule(when.join("; "), rule.graceAnswers);
}
