import { severities } from "@/lib/domain/disclosures/severity";
import { dueStates, waitingStates } from "@/lib/analytics/disclosures/review-queue";
import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { oneOf, optional, param, position, text } from "@/lib/format/address/field";
import { channels } from "@/lib/domain/trace/channel";
import { findingField } from "../url";

/** The query of a reviewer's queue. */
export const queueCodec = createCodec({
  /** Why it waits; null: any reason. */
  waits: optional("waits", oneOf(waitingStates)),
  rule: optional("rule", text({ min: 1 })),
  severity: optional("severity", oneOf(severities)),
  due: optional("due", oneOf(dueStates)),
  /** Public id of who asked for a second opinion or escalated. */
  asker: optional("asker", text({ min: 1 })),
  on: optional("on", oneOf(channels)),
  /** Page of findings, from 1. */
  page: param("page", position, 1),
  finding: findingField,
});
export type QueueQuery = QueryOf<typeof queueCodec>;

/** The address of a view of the queue, with defaults left out. */
export function queueHref(query: Partial<QueueQuery> = {}): string {
  return queueCodec.href("/disclosures/queue", { ...queueCodec.defaultValue, ...query });
}
