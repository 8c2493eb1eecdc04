import type { DerivedCase } from "@/lib/domain/case/case";
import type { CasePromise, PromiseReception } from "@/lib/domain/case/case-promise";
import type { Channel } from "@/lib/domain/trace/channel";
import type { CaseFindings } from "./case-findings";

/** A promise of a case as one flat row. Instants are microseconds since 1970. */
export type PromiseRow = Pick<
  CasePromise,
  "by" | "kind" | "what" | "madeUs" | "dueUs" | "dueWords" | "status" | "settledUs"
> & {
  /** Its ordinal among the promises of the case, from 0. */
  readonly ordinal: number;
  readonly channel: Channel;
  /** The ordinal of the message in which the promising sentence begins. */
  readonly message: number;
  /** The first later contact in which it came up, else the first later contact; null where none followed. */
  readonly received: {
    readonly channel: Channel;
    readonly reception: PromiseReception["reception"];
  } | null;
};

/** The promises of a case, in the order in which they were made. */
export function promiseRows(derived: DerivedCase, findings: CaseFindings): readonly PromiseRow[] {
  const channelOf = (interaction: number): Channel =>
    derived.interactions[interaction]?.channel ?? "unknown";
  return findings.promises.map((promise, ordinal) => {
    const { by, kind, what, madeUs, dueUs, dueWords, status, settledUs, receptions } = promise;
    const came = receptions.find(({ reception }) => reception !== "not-mentioned") ?? receptions[0];
    return {
      ...{ ordinal, by, kind, what, madeUs, dueUs, dueWords, status, settledUs },
      channel: channelOf(promise.interaction),
      message: promise.quote.message,
      received:
        came === undefined
          ? null
          : { channel: channelOf(came.interaction), reception: came.reception },
    };
  });
}
