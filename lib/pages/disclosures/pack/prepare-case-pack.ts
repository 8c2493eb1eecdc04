import type { DerivedCase, Interaction } from "@/lib/domain/case/case";
import type { CaseDisclosure, RequiredStatus } from "@/lib/domain/case/case-disclosure";
import type { ReviewState } from "@/lib/domain/quality/disclosure-review";
import { agentsOf } from "@/lib/analytics/rows/contact-row";
import {
  packFinding,
  packInstant,
  withPlainWords,
  type AppliedDisclosure,
  type PersonOf,
} from "./pack-finding";
import { packTimeline } from "./pack-timeline";
import {
  packFormat,
  type CasePackFacts,
  type PackAudit,
  type PackContact,
  type PackCounts,
  type PackFinding,
  type PackMaking,
} from "./pack-model";
import { packRules, type RuleOfPack } from "./pack-rules";

/** What the pack of a case is made of. */
export type CasePackSource = {
  readonly making: PackMaking;
  readonly derived: DerivedCase;
  /** All of the case, by contact, then by rule. */
  readonly disclosures: readonly CaseDisclosure[];
  /** Those of them that are required or may be. */
  readonly applied: readonly AppliedDisclosure[];
  readonly rules: readonly RuleOfPack[];
  readonly audit: PackAudit;
  readonly personOf: PersonOf;
};

/** Writes down everything that the evidence pack of a case says; masked values become words. */
export function prepareCasePack(source: CasePackSource): CasePackFacts {
  const { making, derived, applied, disclosures, rules, audit, personOf } = source;
  const findings = applied.map((each) => packFinding(each, derived, personOf));
  const said = withPlainWords({
    ...making,
    case: caseOf(derived),
    counts: countsOf(derived, findings),
    contacts: derived.interactions.map(contactOf),
    timeline: packTimeline(derived, findings),
    rules: packRules(rules, derived, disclosures, personOf),
    findings,
  });
  return { format: packFormat, kind: "case", ...said, audit };
}

function caseOf(derived: DerivedCase): CasePackFacts["case"] {
  const { caseId, customerId, caseType, intent, inferredIntent, risk, region, teams } = derived;
  return {
    ...{ id: caseId, customer: customerId, type: caseType, risk, region, teams },
    intent: intent ?? inferredIntent?.intent ?? null,
    opened: packInstant(derived.openedUs),
    lastContact: packInstant(derived.lastContactUs),
    closed: packInstant(derived.closing?.atUs ?? null),
    mergedInto: derived.mergedInto,
  };
}

function contactOf(interaction: Interaction): PackContact {
  const { ordinal, channel, startUs, endUs, agentKinds, initiator, releases } = interaction;
  return {
    ...{ number: ordinal + 1, channel, releases, startedBy: initiator },
    from: packInstant(startUs) ?? "",
    to: packInstant(endUs) ?? "",
    agents: agentsOf(agentKinds),
    prompts: interaction.promptVersions,
    messages: interaction.messageCount,
    withoutText: interaction.strippedCount,
  };
}

function countsOf(derived: DerivedCase, findings: readonly PackFinding[]): PackCounts {
  return {
    contacts: derived.interactions.length,
    messages: derived.messages.length,
    rules: new Set(findings.map(({ rule }) => rule)).size,
    findings: findings.length,
    byStatus: countEach(findings.map(({ status }): RequiredStatus => status)),
    byReview: countEach(findings.map(({ review }): ReviewState => review)),
  };
}

function countEach<Name extends string>(
  names: readonly Name[],
): Readonly<Partial<Record<Name, number>>> {
  const counts: Partial<Record<Name, number>> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
