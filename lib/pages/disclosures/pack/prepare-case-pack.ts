import type { DerivedCase, Interaction } from "@/lib/domain/case/case";
import type { CaseDisclosure, RequiredStatus } from "@/lib/domain/case/case-disclosure";
import type { DisclosureReview, ReviewState } from "@/lib/domain/quality/disclosure-review";
import { agentsOf } from "@/lib/analytics/rows/contact-row";
import { isoInstant } from "@/lib/format/format";
import { plainWords } from "@/lib/format/plain-words";
import { findingTurns } from "../finding-turns";
import { packTimeline } from "./pack-timeline";
import {
  packFormat,
  type CasePackFacts,
  type PackAudit,
  type PackContact,
  type PackCounts,
  type PackDecision,
  type PackFinding,
  type PackMaking,
  type PackPerson,
  type PackTurn,
} from "./pack-model";
import { packRules, type RuleOfPack } from "./pack-rules";
import { packWords } from "./pack-words";

/** A required disclosure of a contact, with the decisions on it, the latest first. */
export type AppliedDisclosure = CaseDisclosure & {
  readonly status: RequiredStatus;
  readonly reviews: readonly DisclosureReview[];
  /** What was decided; `open` also where the rule finds something else by now. */
  readonly review: ReviewState;
};

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
  /** Somebody by their id in the audit. */
  readonly personOf: (actor: string) => PackPerson;
};

/** Messages of a searched window that a pack quotes. */
const searchedMax = 12;

/** Writes down everything that the evidence pack of a case says; masked values become words. */
export function prepareCasePack(source: CasePackSource): CasePackFacts {
  const { making, derived, applied, disclosures, rules, audit, personOf } = source;
  const findings = applied.map((each) => findingOf(each, derived, personOf));
  const said = masked({
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

/** The same with masked values as words in every text: "[phone]". */
function masked<T>(value: T): T {
  const plain = (part: unknown): unknown => {
    if (typeof part === "string") return plainWords(part);
    if (Array.isArray(part)) return part.map(plain);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, plain(each)]));
  };
  return plain(value) as T;
}

function caseOf(derived: DerivedCase): CasePackFacts["case"] {
  const { caseId, customerId, caseType, intent, inferredIntent, risk, region, teams } = derived;
  return {
    ...{ id: caseId, customer: customerId, type: caseType, risk, region, teams },
    intent: intent ?? inferredIntent?.intent ?? null,
    opened: instant(derived.openedUs),
    lastContact: instant(derived.lastContactUs),
    closed: instant(derived.closing?.atUs ?? null),
    mergedInto: derived.mergedInto,
  };
}

function contactOf(interaction: Interaction): PackContact {
  const { ordinal, channel, startUs, endUs, agentKinds, initiator, releases } = interaction;
  return {
    ...{ number: ordinal + 1, channel, releases, startedBy: initiator },
    from: instant(startUs) ?? "",
    to: instant(endUs) ?? "",
    agents: agentsOf(agentKinds),
    prompts: interaction.promptVersions,
    messages: interaction.messageCount,
    withoutText: interaction.strippedCount,
  };
}

function findingOf(
  disclosure: AppliedDisclosure,
  { interactions, messages }: DerivedCase,
  personOf: CasePackSource["personOf"],
): PackFinding {
  const { rule, version, interaction, status, because, missingElements, notice } = disclosure;
  const { quote, dueUs, searched, reviews } = disclosure;
  const { turns, leftOut } = findingTurns(disclosure, messages, { searchedMax, isWide: true });
  const saidUs = quote === null ? notice?.atUs : messages[quote.message]?.atUs;
  return {
    ...{ rule, version, status, because, missingElements, notice },
    contact: interaction + 1,
    channel: interactions[interaction]?.channel ?? "unknown",
    review: disclosure.review,
    at: instant(saidUs ?? dueUs),
    searched:
      searched === null
        ? null
        : {
            from: instant(searched.fromUs) ?? "",
            to: instant(searched.toUs) ?? "",
            messages: searched.messages,
          },
    turns: turns.map(({ message, label, who, ranges }): PackTurn => ({
      ...{ label, who, message: message.ordinal },
      at: instant(message.atUs) ?? "",
      words: packWords(message.text, ranges),
    })),
    turnsLeftOut: leftOut,
    decisions: reviews.map((review): PackDecision => ({
      at: instant(review.atUs) ?? "",
      by: personOf(review.actor),
      decision: review.decision,
      basis: review.reason,
      version: review.version,
      status: review.status,
    })),
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

function instant(atUs: number | null | undefined): string | null {
  return atUs === null || atUs === undefined ? null : (isoInstant(atUs) ?? null);
}
