import type { CohortItem } from "@/lib/domain/gate/cohort";
import type { Channel } from "@/lib/domain/trace/channel";

/** Who said a message of a replay. */
export type ReplaySpeaker = "customer" | "agent" | "tool" | "system";

/** A tool's name and the JSON text of its arguments. */
export type ReplayCall = {
  readonly id: string | null;
  readonly name: string;
  readonly args: string;
};

export type ReplayMessage = {
  readonly speaker: ReplaySpeaker;
  readonly text: string;
  /** Of a tool's result: which tool answers, and which call; null: not stated. */
  readonly tool: string | null;
  readonly callId: string | null;
  readonly calls: readonly ReplayCall[];
  readonly atUs: number | null;
};

/** A score that the simulator's own evaluation gave. */
export type ReplayScore = {
  readonly name: string;
  readonly value: number | null;
  readonly label: string | null;
  readonly because: string | null;
};

/** What a file says of an item. */
export type ReplayItem = Omit<CohortItem, "channels"> & {
  /** False: its id is made of scenario, persona and situation. */
  readonly isNamed: boolean;
};

/** One conversation of a replay as a file holds it: a contact on one channel. */
export type ReplayContact = {
  /** Position in the file, for people. */
  readonly place: string;
  readonly item: ReplayItem;
  /** As stated; null: to be counted. */
  readonly repeat: number | null;
  /** The contact's place in its case, as stated; null: by its time, else the file's. */
  readonly leg: number | null;
  readonly channel: Channel;
  readonly startUs: number | null;
  /** In order; a failed replay may have none. */
  readonly messages: readonly ReplayMessage[];
  readonly scores: readonly ReplayScore[];
  /** Why the replay failed; null: it did not. */
  readonly error: string | null;
};

/** What a file lacks: one sentence. */
export type Unreadable = { readonly place: string; readonly reason: string };
