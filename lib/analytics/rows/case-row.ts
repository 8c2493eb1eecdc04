import {
  handoffKinds,
  type CaseClosing,
  type ClosureEvidence,
  type ClosureMethod,
  type DerivedCase,
  type HandoffKind,
} from "@/lib/domain/case/case";
import { findPassedOn } from "@/lib/domain/case/ending-contact";
import { findDenial } from "@/lib/cases/closure/read-endings";
import type { CasePii } from "@/lib/domain/case/case-pii";
import type { UsageTotal } from "@/lib/domain/trace/model-usage";
import type { Channel } from "@/lib/domain/trace/channel";
import type { AgentKind, Risk } from "@/lib/domain/trace/identity";
import { caseTypeSettings, type DerivationSettings } from "@/lib/domain/settings/settings";
import type { SwitchVerdict, WorstScore } from "../facets/case-facets";
import { disclosureRows, type DisclosureRow } from "./disclosure-row";
import { firstContact, type FirstContact } from "./first-contact";
import { caseTimes, type CaseTimes } from "./case-times";
import { contactRows, type ContactRow } from "./contact-row";
import { handoffRows, type HandoffRow } from "./handoff-row";
import { piiOf } from "./pii-of";
import { piiRows, type PiiRow } from "./pii-row";
import { promiseRows, type PromiseRow } from "./promise-row";
import { slaInstants, type SlaInstants } from "./sla-instants";
import type { CaseFindings } from "./case-findings";
import { verdictsBetween } from "./verdicts-between";
import { worstScores } from "./worst-scores";

/** A case as one flat row for lists, filters and the export. Instants are µs since 1970. */
export type CaseRow = FirstContact &
  SlaInstants &
  CaseTimes &
  UsageTotal & {
    readonly caseId: string;
    readonly customerId: string | null;
    readonly caseType: string | null;
    readonly intent: string | null;
    /** Inferred from the customer's words where no intent is declared. */
    readonly inferredIntent: string | null;
    readonly risk: Risk | null;
    readonly region: string | null;
    readonly teams: readonly string[];
    /** One entry per touchpoint in time order, repeats kept. */
    readonly channels: readonly Channel[];
    /** Kinds of agent that spoke anywhere in the case, in order of first words. */
    readonly agentKinds: readonly AgentKind[];
    readonly touchpoints: number;
    readonly interactions: number;
    readonly handoffs: number;
    readonly messages: number;
    readonly spans: number;
    readonly openedUs: number | null;
    readonly lastContactUs: number | null;
    readonly closedUs: number | null;
    readonly closedFrom: CaseClosing["from"] | null;
    readonly reopenedUs: number | null;
    /** When the case becomes mature. */
    readonly matureUs: number | null;
    readonly closureMethod: ClosureMethod;
    readonly evidence: ClosureEvidence;
    readonly csat: number | null;
    readonly mergedInto: string | null;
    /** Words of a contact in which the customer took part were recorded. */
    readonly hasTranscript: boolean;
    /** Its last contact about an account was passed on, and none was judged not resolved. */
    readonly isPassedOn: boolean;
    readonly releases: readonly string[];
    /** Each once, in the order in which the kinds are listed. */
    readonly handoffKinds: readonly HandoffKind[];
    /** One between each two touchpoints. */
    readonly handoffVerdicts: readonly SwitchVerdict[];
    /** One per evaluator, ordered by its name. */
    readonly worstScores: readonly WorstScore[];
    readonly pii: CasePii;
    /** Steps that failed in it, each once. */
    readonly failures: DerivedCase["failures"];
    readonly contactRows: readonly ContactRow[];
    readonly handoffRows: readonly HandoffRow[];
    readonly promiseRows: readonly PromiseRow[];
    readonly disclosureRows: readonly DisclosureRow[];
    readonly piiRows: readonly PiiRow[];
  };

const dayUs = 86_400_000_000;

/** Computes a derived case's row, with the findings in its text. */
export function caseRow(
  derived: DerivedCase,
  settings: DerivationSettings,
  findings: CaseFindings,
): CaseRow {
  const touchpoints = derived.interactions.filter((interaction) => interaction.isTouchpoint);
  return {
    caseId: derived.caseId,
    customerId: derived.customerId,
    caseType: derived.caseType,
    intent: derived.intent,
    inferredIntent: derived.inferredIntent?.intent ?? null,
    risk: derived.risk,
    region: derived.region,
    teams: derived.teams,
    channels: touchpoints.map((interaction) => interaction.channel),
    agentKinds: [...new Set(derived.interactions.flatMap((each) => each.agentKinds))],
    touchpoints: touchpoints.length,
    interactions: derived.interactions.length,
    handoffs: derived.handoffs.length,
    messages: derived.messages.length,
    spans: derived.spanCount,
    openedUs: derived.openedUs,
    lastContactUs: derived.lastContactUs,
    closedUs: derived.closing?.atUs ?? null,
    closedFrom: derived.closing?.from ?? null,
    reopenedUs: derived.reopenedUs,
    matureUs: findMaturity(derived, settings),
    closureMethod: derived.closure.method,
    evidence: derived.closure.evidence,
    ...firstContact(derived),
    csat: derived.csat,
    mergedInto: derived.mergedInto,
    hasTranscript: hasTranscript(derived),
    isPassedOn:
      findPassedOn(derived.interactions) !== undefined &&
      findDenial(derived, derived.scores) === null,
    releases: derived.releases,
    handoffKinds: handoffKinds.filter((kind) =>
      derived.handoffs.some((each) => each.kind === kind),
    ),
    handoffVerdicts: verdictsBetween(derived),
    worstScores: worstScores(derived.scores),
    ...slaInstants(derived, settings),
    ...caseTimes(derived, settings),
    pii: piiOf(derived.scores),
    ...derived.usage,
    failures: derived.failures,
    contactRows: contactRows(derived, findings),
    handoffRows: handoffRows(derived, findings),
    promiseRows: promiseRows(derived, findings),
    disclosureRows: disclosureRows(derived, findings),
    piiRows: piiRows(derived),
  };
}

/** An agent alone with a ticket is none; where words were stripped, they may have been the customer's. */
function hasTranscript({ messages, interactions }: DerivedCase): boolean {
  const isStripped = interactions.some(({ strippedCount }) => strippedCount > 0);
  return messages.some(
    ({ speaker }) => speaker === "customer" || (speaker === "agent" && isStripped),
  );
}

/**
 * Mature: closed and the durability window over, or opened longer ago than its type's horizon
 * (docs/decisions/0002-closure-evidence.md).
 */
function findMaturity(derived: DerivedCase, settings: DerivationSettings): number | null {
  const durable =
    derived.closing === null ? Infinity : derived.closing.atUs + settings.durableDays * dayUs;
  const ofType = caseTypeSettings(settings.caseTypes, derived.caseType);
  const horizonDays = ofType?.horizonDays ?? settings.horizonDays;
  const horizon = derived.openedUs === null ? Infinity : derived.openedUs + horizonDays * dayUs;
  const mature = Math.min(durable, horizon);
  return Number.isFinite(mature) ? Math.round(mature) : null;
}
