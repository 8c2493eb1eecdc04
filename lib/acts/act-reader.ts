import type { MessageActs } from "@/lib/domain/acts/act";
import type { ActQuestion } from "./questions";

/** Reads what messages do: ours, or another that stands in its place. */
export type ActReader = {
  /** Name and version: the same question to the same reader has one answer. */
  readonly id: string;
  readonly read: (question: ActQuestion) => Promise<MessageActs>;
};
