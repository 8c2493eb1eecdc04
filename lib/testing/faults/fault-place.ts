import { workspacePath } from "@/lib/pipeline/worker/data-folder";
import { createAnswerMasker } from "@/lib/pipeline/derive/create-answer-masker";
import { digest } from "@/lib/pipeline/derive/digest";
import { drainQueue } from "@/lib/pipeline/derive/drain-queue";
import { nowUs } from "@/lib/clock/server";
import { openWriter } from "@/lib/store/open-database";
import { statement } from "@/lib/store/port";

/** A workspace that faults are tried on, on either engine. */
export type FaultPlace = {
  /** Its data folder. */
  readonly data: string;
  /** What processes are told of it beside the folder. */
  readonly env: Readonly<Record<string, string>>;
  /** Of its database, for lib/store/open-database.ts. */
  readonly location: string;
};

/** The workspace in the files of a data folder. */
export function placeInFolder(data: string): FaultPlace {
  return { data, env: {}, location: workspacePath("main", data) };
}

/** Derives what waits at a place, and computes its digest. */
export async function digestAt({ data, location }: FaultPlace): Promise<string> {
  const db = await openWriter(location, 60_000);
  try {
    await drainQueue(db, { now: nowUs, maskAnswer: createAnswerMasker(data) });
    // What exceeded its limits beside other work is in the slow lane.
    await drainQueue(db, { now: nowUs, maskAnswer: createAnswerMasker(data), lane: "slow" });
    return await digest(db);
  } finally {
    await db.close();
  }
}

/** The ids of the spans that are stored at a place: "trace/span". */
export async function storedSpanIds({ location }: FaultPlace): Promise<ReadonlySet<string>> {
  const sql =
    "SELECT t.trace_id || '/' || s.span_id AS id FROM spans s JOIN traces t ON t.id = s.trace";
  const db = await openWriter(location, 60_000);
  try {
    const rows = await db.read((connection) =>
      statement<[], { id: string }>(connection, sql).all(),
    );
    return new Set(rows.map(({ id }) => id));
  } finally {
    await db.close();
  }
}

/** The ids of a request's spans: "trace/span". */
export function spanIdsOf(request: object): readonly string[] {
  const ids = /"traceId":"([0-9a-f]+)","spanId":"([0-9a-f]+)"/g;
  if (!("resourceSpans" in request)) return [];
  return [...JSON.stringify(request).matchAll(ids)].map(
    ([, traceId = "", spanId = ""]) => `${traceId}/${spanId}`,
  );
}
