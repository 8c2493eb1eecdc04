import type { ClosureEvidence, ClosureMethod, Handoff } from "@/lib/domain/case/case";
import type { Channel } from "@/lib/domain/trace/channel";
import type { DataFindingCode } from "@/lib/domain/trace/finding";
import type { Speaker } from "@/lib/domain/trace/reading";
import type { AgentKind, IdentityField, IdentitySource } from "@/lib/domain/trace/identity";
import type { Outcome } from "@/lib/domain/case/outcome";
import type { PiiType } from "@/lib/domain/privacy/pseudonym";

/** The tone of a verdict; always shown as icon and label, never by colour alone. */
export type Tone = "pass" | "fail" | "warn" | "none";

export const channelWords: Readonly<Record<Channel, string>> = {
  voice: "Voice",
  chat: "Chat",
  email: "Email",
  sms: "SMS",
  social: "Social",
  in_app: "In-app",
  unknown: "Unknown channel",
};

/** A channel's name within a sentence: in lower case unless it is an abbreviation. */
export function channelInSentence(channel: Channel): string {
  const name = channelWords[channel];
  return name === name.toUpperCase() ? name : name.toLowerCase();
}

export const agentWords: Readonly<Record<AgentKind, string>> = {
  ai: "AI",
  human: "human",
  unknown: "unknown agent",
};

export const outcomeWords: Readonly<
  Record<
    Outcome,
    {
      readonly label: string;
      /** Of one case and of several: "1 was never closed", "cases that were never closed". */
      readonly clause: { readonly one: string; readonly many: string };
      readonly tone: Tone;
      readonly meaning: string;
    }
  >
> = {
  duplicate: {
    label: "Duplicate",
    clause: { one: "was merged into another", many: "were merged into others" },
    tone: "none",
    meaning: "It was merged into another case and is counted there.",
  },
  unknown: {
    label: "Unknown",
    clause: { one: "has no known outcome", many: "have no known outcome" },
    tone: "none",
    meaning: "The customer said nothing that reached us, and nobody said that it was closed.",
  },
  reopened: {
    label: "Came back",
    clause: { one: "came back", many: "came back" },
    tone: "fail",
    meaning: "There was more contact about the same issue later.",
  },
  in_progress: {
    label: "In progress",
    clause: { one: "is in progress", many: "are in progress" },
    tone: "none",
    meaning: "It is open, or ended too recently to know whether it will hold.",
  },
  passed_on: {
    label: "Passed on, outcome unknown",
    clause: {
      one: "was passed on with unknown outcome",
      many: "were passed on with unknown outcome",
    },
    tone: "none",
    meaning:
      "Its last contact was passed on to somebody of whom we receive nothing, and nobody said that it was closed.",
  },
  resolved_verified: {
    label: "Resolved, verified",
    clause: { one: "is verified as resolved", many: "are verified as resolved" },
    tone: "pass",
    meaning:
      "A record or a system action proves the fix, and no later case about the same issue is known.",
  },
  resolved_confirmed: {
    label: "Resolved, confirmed",
    clause: { one: "is confirmed as resolved", many: "are confirmed as resolved" },
    tone: "pass",
    meaning:
      "The customer said that it was solved, and no later case about the same issue is known.",
  },
  closed_likely: {
    label: "Likely resolved",
    clause: { one: "is likely resolved", many: "are likely resolved" },
    tone: "warn",
    meaning:
      "What was said or done in the last contact suggests a resolution; nothing stronger proves it.",
  },
  closed_unproven: {
    label: "Closed, unproven",
    clause: { one: "was closed unproven", many: "were closed unproven" },
    tone: "warn",
    meaning: "It was closed, and nothing shows that the issue was solved.",
  },
  fell_quiet: {
    label: "Fell quiet, outcome not known",
    clause: {
      one: "fell quiet with unknown outcome",
      many: "fell quiet with unknown outcome",
    },
    tone: "warn",
    meaning:
      "Nobody closed it, and what was said last shows neither that it was resolved nor that it was not.",
  },
  unresolved: {
    label: "Never closed",
    clause: { one: "was never closed", many: "were never closed" },
    tone: "fail",
    meaning:
      "Nobody closed it, and what was said last leaves it open or speaks against a resolution.",
  },
};

/** Outcomes in display order: failures first, uncounted last. */
export const outcomesByUrgency: readonly Outcome[] = [
  "reopened",
  "unresolved",
  "closed_unproven",
  "fell_quiet",
  "closed_likely",
  "passed_on",
  "in_progress",
  "resolved_confirmed",
  "resolved_verified",
  "unknown",
  "duplicate",
];

export const evidenceWords: Readonly<
  Record<ClosureEvidence, { readonly label: string; readonly inRow: string; readonly tone: Tone }>
> = {
  verified: { label: "Verified", inRow: "evidence verified", tone: "pass" },
  confirmed: { label: "Confirmed", inRow: "evidence confirmed", tone: "pass" },
  judged: { label: "Judged", inRow: "evidence judged", tone: "warn" },
  assumed: { label: "Assumed", inRow: "evidence assumed", tone: "warn" },
  none: { label: "None", inRow: "no evidence", tone: "none" },
};

export const closureMethodWords: Readonly<Record<ClosureMethod, string>> = {
  agent_resolve: "by the agent",
  customer_confirm: "by the customer",
  system_action_verified: "by a verified system action",
  operator_console: "by an operator",
  auto_resolve_inactivity: "automatically, after silence",
  automation_rule: "by an automation rule",
  followup_sequence_end: "at the end of a follow-up sequence",
  merged: "by merging",
  unknown: "by a method nobody stated",
};

export const handoffWords: Readonly<Record<Handoff["kind"], string>> = {
  "channel-switch": "Channel switch",
  return: "Return on the same channel",
  "ai-to-human": "AI to human",
  "human-to-ai": "Human to AI",
  transfer: "Transfer",
};

export const initiatorWords: Readonly<Record<Handoff["initiator"], string>> = {
  customer: "started by the customer",
  agent: "started by the agent",
  unknown: "not known who started it",
};

export const maskedWords: Readonly<Record<PiiType, string>> = {
  CARD: "card",
  SSN: "SSN",
  IBAN: "IBAN",
  EMAIL: "email",
  PHONE: "phone",
  IP: "IP address",
  KEY: "key",
  TOKEN: "token",
  ACCOUNT: "account",
  PERSON: "name",
  ADDRESS: "address",
  BIRTH_DATE: "birth date",
  SPECIAL: "health or belief",
};

export const speakerNames: Readonly<Record<Speaker, string>> = {
  customer: "Customer",
  agent: "Agent",
  system: "Instructions",
  tool: "Tool",
};

export const findingWords: Readonly<Record<DataFindingCode, string>> = {
  "id-length": "Id of an unusual length",
  "end-before-start": "End before start",
  "time-implausible": "Implausible time",
  "own-parent": "Span that is its own parent",
  "child-before-parent": "Child before its parent",
  "unknown-channel": "Unknown channel",
  "unknown-role": "Role we don’t know, shown as the agent",
  "unreadable-metadata": "Unreadable metadata",
  "text-stripped": "Text stripped before it reached us",
  "text-replaced": "Text with characters replaced",
  "text-truncated": "Text truncated",
  "text-read-in-part": "Text read in part",
  "nesting-truncated": "Nesting truncated",
  "identity-conflict": "Conflicting identity",
  "several-cases-in-trace": "Several cases in one trace",
  "several-customers-in-case": "Several customers in one case",
};

export const identityFieldWords: Readonly<Record<IdentityField, string>> = {
  caseId: "Case",
  customerId: "Customer",
  channel: "Channel",
  intent: "Intent",
  session: "Session",
  interactionId: "Interaction",
  agentKind: "Agent kind",
  agentId: "Agent",
  caseType: "Case type",
  risk: "Risk",
  region: "Region",
  team: "Team",
  release: "Release",
  runId: "Run",
  cohort: "Cohort",
  cohortItem: "Cohort item",
  repeat: "Repeat",
};

/** Where a value of a span's identity was found. */
export const identitySourceWords: Readonly<Record<IdentitySource, string>> = {
  span: "the span's attributes",
  metadata: "the span's metadata",
  association: "association properties",
  resource: "the resource",
  "resource-metadata": "the resource's metadata",
  instrumentation: "the instrumentation",
  ancestor: "a span above",
  trace: "the rest of the trace",
  session: "another trace of the session",
  link: "a trace that it links to",
  override: "a person's decision",
};

/** A slug as text: `airline.booking_change` → "airline booking change". */
export function slugWords(slug: string): string {
  return slug.replace(/[._]+/g, " ").trim() || slug;
}

/** The text for an undeclared intent. */
export function inferredWords(intent: string): string {
  return `${slugWords(intent)} (inferred)`;
}
