import type { Identity } from "@/lib/domain/trace/identity";
import type { Content, SpanKind } from "@/lib/domain/trace/reading";
import type { SpanStatus } from "@/lib/domain/trace/span";
import { createContentReader } from "./content-refs";
import { withEventWords } from "./read-events";
import { statement, type Database } from "../port";
import { fromJson, type Json } from "../json";
import { mapInOrder } from "@/lib/domain/in-order";

/** A span as exported: its reading, and its identity. */
export type SpanReading = {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | null;
  readonly name: string;
  readonly kind: SpanKind;
  readonly status: SpanStatus;
  readonly identity: Identity;
  readonly model: string | null;
  readonly promptName: string | null;
  readonly promptVersion: string | null;
  readonly toolName: string | null;
  readonly system: string | null;
  readonly input: Content | null;
  readonly output: Content | null;
  /** 16 hex digits over the span's content, independent of the workspace's key. */
  readonly contentHash: string;
};

type Row = Omit<SpanReading, "identity" | "system" | "input" | "output" | "contentHash"> & {
  readonly trace: number;
  readonly identity: Json<Identity> | null;
  readonly system: number | null;
  readonly input: string | null;
  readonly output: string | null;
  readonly contentHash: Buffer;
};

/** Ids of every case, in order of their bytes. */
export function listCaseIds(db: Database): Promise<string[]> {
  const sql = "SELECT case_id AS caseId FROM cases ORDER BY case_id";
  return db.read(async (connection) =>
    (await statement<[], { caseId: string }>(connection, sql).all()).map(({ caseId }) => caseId),
  );
}

/** Ids of every trace, in order. */
export function listTraceIds(db: Database): Promise<string[]> {
  const sql = "SELECT trace_id AS traceId FROM traces ORDER BY trace_id";
  return db.read(async (connection) =>
    (await statement<[], { traceId: string }>(connection, sql).all()).map(({ traceId }) => traceId),
  );
}

/** The spans of a trace, with the words of their log events, in order of their ids, a page at a time. @param after the last span id of the page before */
export function readSpanReadings(
  db: Database,
  traceId: string,
  after: string,
  limit: number,
): Promise<SpanReading[]> {
  const sql = `SELECT t.trace_id AS traceId, t.id AS trace, s.span_id AS spanId, s.parent_span_id AS parentSpanId,
      s.name, s.kind, s.status, i.body AS identity, s.model, s.prompt_name AS promptName,
      s.prompt_version AS promptVersion, s.tool_name AS toolName, s.system, s.input, s.output,
      s.content_hash AS contentHash
    FROM traces t JOIN spans s ON s.trace = t.id LEFT JOIN identities i ON i.id = s.identity
    WHERE t.trace_id = ? AND s.span_id > ? AND s.part <> 'event' ORDER BY s.span_id LIMIT ?`;
  return db.read(async (connection) => {
    const contents = createContentReader(connection);
    return mapInOrder(
      await statement<[string, string, number], Row>(connection, sql).all(traceId, after, limit),
      async ({ trace, identity, system, input, output, contentHash, ...plain }) => {
        const own = {
          system: system === null ? null : await contents.text(system),
          input: await contents.content(input),
          output: await contents.content(output),
        };
        return {
          ...plain,
          identity: identity === null ? {} : fromJson(identity),
          ...(await withEventWords(connection, { trace, spanId: plain.spanId }, own, contents)),
          contentHash: contentHash.toString("hex").slice(0, 16),
        };
      },
    );
  });
}
