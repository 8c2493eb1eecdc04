import type { AgentKind } from "@/lib/domain/trace/identity";
import type { Channel } from "@/lib/domain/trace/channel";

/** What an agent said, or a call of a tool and how it ended. */
export type ContactLine = {
  /** Position of the message in the case, from 0. */
  readonly ordinal: number;
} & (
  | { readonly kind: "said"; readonly text: string; readonly agentId: string | null }
  | { readonly kind: "called"; readonly tool: string; readonly isError: boolean }
);

/** A contact of a case with the customer, and what makes it comparable to others. */
export type ServedContact = {
  /** Of the case. */
  readonly key: number;
  /** The interaction's ordinal in the case, from 0. */
  readonly ordinal: number;
  readonly caseId: string;
  readonly customerId: string | null;
  /** What the case is about: its type, else its intent; null: unknown. */
  readonly issue: string | null;
  readonly intent: string | null;
  readonly channel: Channel;
  readonly agentKinds: readonly AgentKind[];
  readonly team: string | null;
  /** Whether it was passed to another agent or team at its end. */
  readonly isTransferred: boolean;
  /** In time order. */
  readonly lines: readonly ContactLine[];
};
