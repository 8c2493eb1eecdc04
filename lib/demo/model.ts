import type { KnownChannel } from "@/lib/domain/trace/channel";
import type { ClosureEvidence, ClosureMethod } from "@/lib/domain/case/case";
import type { HandoffTopic } from "@/lib/domain/case/handoff-packet";
import type { Risk } from "@/lib/domain/trace/identity";
import type { CaseEventName, Passage } from "@/lib/domain/trace/reading";
import type { StoryName } from "./story-names";

export type DemoChannel = KnownChannel;

export const caseTypes = ["billing", "refund", "outage", "account", "delivery"] as const;
export type CaseType = (typeof caseTypes)[number];

export type Customer = {
  readonly id: string;
  readonly first: string;
  readonly last: string;
  readonly account: string;
  readonly email: string;
  readonly phone: string;
  readonly city: string;
  readonly street: string;
  readonly region: string;
  readonly title: string;
  readonly plan: string;
};

/** The company's speaker in a contact. */
export type DemoAgent =
  | {
      readonly kind: "ai";
      readonly model: string;
      readonly promptName: string;
      readonly promptVersion: string;
      readonly release: string;
    }
  | { readonly kind: "human"; readonly id: string; readonly name: string };

export type ToolUse = {
  readonly name: string;
  readonly args: Readonly<Record<string, string | number>>;
  readonly result: Readonly<Record<string, unknown>>;
  readonly isError: boolean;
  /** The URL called by the tool, if exported. */
  readonly url: string | null;
};

export type Turn = {
  readonly atUs: number;
  readonly agent: DemoAgent;
} & (
  | { readonly who: "customer"; readonly text: string }
  | { readonly who: "agent"; readonly text: string }
  | { readonly who: "tool"; readonly tool: ToolUse }
  | { readonly who: "search"; readonly query: string; readonly passages: readonly Passage[] }
);

/** An imported score of the contact. */
export type GivenScore = {
  readonly name: string;
  readonly value: number;
  readonly label: string;
  readonly because: string;
};

export type Contact = {
  readonly channel: DemoChannel;
  readonly interactionId: string;
  readonly startUs: number;
  readonly endUs: number;
  readonly turns: readonly Turn[];
  readonly scores: readonly GivenScore[];
  /** Topics that the AI agent handed over at an escalation, or null. */
  readonly handedOver: readonly HandoffTopic[] | null;
  /** Whether an AI agent that was asked admitted to be one; null if not asked. */
  readonly wasHonest: boolean | null;
  readonly caseEvents: readonly DemoCaseEvent[];
  /** The exporter removed the text. */
  readonly isStripped: boolean;
  /** The phone line, each with its own telephony stack. */
  readonly line: "main" | "outage";
};

export type DemoCaseEvent = {
  readonly name: CaseEventName;
  readonly atUs: number;
  readonly method?: ClosureMethod;
  readonly evidence?: ClosureEvidence;
  readonly csat?: number;
  readonly reason?: string;
};

export type CrmRow = {
  readonly openedUs: number;
  readonly closedUs: number | null;
  readonly code: string | null;
  readonly csat: number | null;
  readonly mergedInto: string | null;
};

export type DemoCase = {
  readonly caseId: string;
  /** Its stories; none for an ordinary case. */
  readonly stories: readonly StoryName[];
  readonly customer: Customer;
  readonly caseType: CaseType;
  readonly intent: string;
  readonly risk: Risk;
  readonly contacts: readonly Contact[];
  /** Events that the CRM exports as separate spans. */
  readonly caseEvents: readonly DemoCaseEvent[];
  readonly slaDueUs: number | null;
  /** Null if the CRM export lacks the case. */
  readonly record: CrmRow | null;
};
