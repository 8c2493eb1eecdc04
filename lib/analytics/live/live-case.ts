import type { Channel } from "@/lib/domain/trace/channel";
import type { AgentKind } from "@/lib/domain/trace/identity";
import type { PromiseRow } from "../rows/promise-row";
import type { SlaInstants } from "../rows/sla-instants";

/** A promise of an open case with the words that made it. */
export type LivePromise = Pick<
  PromiseRow,
  "ordinal" | "kind" | "what" | "by" | "channel" | "madeUs" | "dueUs" | "status" | "settledUs"
> & {
  /** The promising sentence, masked; "": not stored. */
  readonly quote: string;
  /** Who made it, as the traces name them; null: not said. */
  readonly agentId: string | null;
  /** Of the contact that it was made in; null: not said. */
  readonly team: string | null;
};

/**
 * What the Live page needs of a case, whatever the instant. All instants are microseconds since 1970; null: never or
 * unknown.
 */
export type LiveCase = SlaInstants & {
  readonly key: number;
  readonly caseId: string;
  readonly customerId: string | null;
  /** Its type, else its intent; null: unknown. */
  readonly about: string | null;
  readonly region: string | null;
  readonly teams: readonly string[];
  /** The agents that served it, as the traces name them: people if any took part, else AI. */
  readonly agents: readonly string[];
  /** Of the last contact. */
  readonly channel: Channel;
  readonly agentKind: AgentKind;
  readonly team: string | null;
  readonly lastContactUs: number | null;
  readonly touchpoints: number;
  /** When it was ended: by a statement, or by silence after evidence that it was resolved. */
  readonly endedUs: number | null;
  /** Whether that end was stated. */
  readonly isEndStated: boolean;
  readonly reopenedUs: number | null;
  readonly promises: readonly LivePromise[];
  /** The last contact was handed over and the customer was asked again, or nothing was handed over. */
  readonly failedHandoffUs: number | null;
  /** The last contact called done what a tool had refused. */
  readonly falseSuccessUs: number | null;
  /** The customer may be frustrated in the last contact, and was not in the one before. */
  readonly upsetUs: number | null;
  /** When the customer wrote last, where nobody has answered. */
  readonly waitingUs: number | null;
  /** Masked, of the customer or an agent; null: none are stored. */
  readonly lastWords: {
    readonly speaker: "customer" | "agent";
    readonly text: string;
    readonly atUs: number;
  } | null;
};
