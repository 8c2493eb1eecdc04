import { sql } from "drizzle-orm";
import { blob, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { contents, spans } from "./spans";

/** One ingest: a file, or the requests of one sender since the server started. */
export const batches = sqliteTable("batches", {
  id: integer("id").primaryKey(),
  source: text("source").notNull(),
  receivedUs: integer("received_us").notNull(),
  accepted: integer("accepted").notNull(),
  duplicate: integer("duplicate").notNull(),
  rejected: integer("rejected").notNull(),
  /** Spans and records of erased customers, which were not stored. */
  erased: integer("erased").notNull().default(0),
  /** Those older than the retention, which were not stored. */
  expired: integer("expired").notNull().default(0),
  /** Spans that differ from the stored ones of the same ids, which stand. */
  differing: integer("differing").notNull().default(0),
  /** CRM records that were new. */
  records: integer("records").notNull().default(0),
  /** Log events with words of spans that were new. */
  events: integer("events").notNull().default(0),
  /** Spans kept in place of stored ones of the same ids that differ. */
  overwritten: integer("overwritten").notNull().default(0),
});

export const rejects = sqliteTable(
  "rejects",
  {
    id: integer("id").primaryKey(),
    batch: integer("batch")
      .notNull()
      .references(() => batches.id),
    place: text("place").notNull(),
    reason: text("reason").notNull(),
    spans: integer("spans").notNull(),
  },
  (table) => [index("rejects_by_batch").on(table.batch)],
);

/** Data errors of a span that was stored nevertheless. */
export const spanFindings = sqliteTable(
  "span_findings",
  {
    span: integer("span")
      .notNull()
      .references(() => spans.id),
    code: text("code").notNull(),
    detail: text("detail").notNull(),
  },
  (table) => [
    index("span_findings_by_span").on(table.span),
    index("span_findings_by_code").on(table.code, table.span),
  ],
);

/** Fields on which a trace's spans contradict each other. */
export const traceFindings = sqliteTable(
  "trace_findings",
  {
    trace: integer("trace").notNull(),
    code: text("code").notNull(),
    detail: text("detail").notNull(),
  },
  (table) => [
    index("trace_findings_by_trace").on(table.trace),
    index("trace_findings_by_code").on(table.code, table.trace),
  ],
);

/**
 * Traces that were of production until a later span named a cohort's item, by the ingest that brought it. A log of what
 * happened in order of arrival; nothing is derived of it.
 */
export const departedTraces = sqliteTable(
  "departed_traces",
  {
    batch: integer("batch").notNull(),
    trace: integer("trace").notNull(),
    /** The identity that its spans had; its case is the one that they left. */
    identity: integer("identity").notNull(),
  },
  (table) => [primaryKey({ columns: [table.batch, table.trace, table.identity] })],
);

/** Personal data that was masked in a shared text: type, place and keyed hash, never the value. */
export const contentPii = sqliteTable(
  "content_pii",
  {
    content: integer("content")
      .notNull()
      .references(() => contents.id),
    start: integer("start").notNull(),
    type: text("type").notNull(),
    pseudonym: text("pseudonym").notNull(),
  },
  (table) => [primaryKey({ columns: [table.content, table.start] })],
);

/** Personal data that was masked elsewhere on a span. */
export const spanPii = sqliteTable(
  "span_pii",
  {
    span: integer("span")
      .notNull()
      .references(() => spans.id),
    place: text("place").notNull(),
    type: text("type").notNull(),
    pseudonym: text("pseudonym").notNull(),
  },
  (table) => [index("span_pii_by_span").on(table.span)],
);

/**
 * What spans were before names, addresses and numbers were masked in them, encrypted: nothing reads it but what masks
 * them again.
 */
export const sealedOriginals = sqliteTable(
  "sealed_originals",
  {
    span: integer("span")
      .primaryKey()
      .references(() => spans.id),
    /** When it arrived: its retention counts from then. */
    sealedUs: integer("sealed_us").notNull(),
    box: blob("box", { mode: "buffer" }).notNull(),
  },
  (table) => [index("sealed_originals_by_time").on(table.sealedUs)],
);

/**
 * The durable queue of what is out of date: traces' identities, cases' derivation, customers' links and cases'
 * disclosures. Each enqueueing raises `mark`, the entry's revision, so that a worker detects that its result is outdated.
 */
export const queue = sqliteTable(
  "queue",
  {
    stage: text("stage").notNull(),
    key: text("key").notNull(),
    mark: integer("mark").notNull(),
    sinceUs: integer("since_us").notNull(),
    /** Why processing failed; the entry waits until it is enqueued again. null: it is pending. */
    failure: text("failure"),
    /** How often processing was aborted because it took too long or too much memory. */
    attempts: integer("attempts").notNull().default(0),
    /** Hash of what the entry shares its turns with, such as its customer; null: it is alone. */
    flow: integer("flow"),
    /** Of each flow one entry a round: entries are taken by round, within a round by age. */
    round: integer("round").notNull().default(0),
    /** Public id of the token that what it comes from was sent with; "": none. */
    sender: text("sender").notNull().default(""),
    /** The round again where the sender's share of it decided; null where the flow did, or nothing. */
    paced: integer("paced"),
  },
  (table) => [
    primaryKey({ columns: [table.stage, table.key] }),
    index("queue_waiting")
      // The failure is always null there; with it the queue is counted without reading its rows.
      .on(table.stage, table.attempts, table.round, table.sinceUs, table.key, table.failure)
      .where(sql`${table.failure} IS NULL`),
    index("queue_flows")
      .on(table.stage, table.flow, table.round)
      .where(sql`${table.flow} IS NOT NULL`),
    index("queue_senders")
      // With the failure, which is null, what waits is counted without reading rows.
      .on(table.sender, table.stage, table.paced, table.sinceUs, table.failure)
      .where(sql`${table.failure} IS NULL`),
    index("queue_failed")
      .on(table.sinceUs, table.stage, table.key)
      .where(sql`${table.failure} IS NOT NULL`),
  ],
);

/** One row: a number that every writing transaction raises. It is the queue's revision and tells pages of change. */
export const sequence = sqliteTable("sequence", {
  id: integer("id").primaryKey(),
  value: integer("value").notNull(),
});

/** Sessions and customers with more members than are linked (lib/domain/case/group-limits.ts). */
export const oversizedGroups = sqliteTable(
  "oversized_groups",
  {
    /** session or customer. */
    kind: text("kind").notNull(),
    /** As it is stored: masked where it was personal. */
    key: text("key").notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.key] })],
);

/** Cases that changed since their customer's cases were last linked, and when each began before and after. */
export const customerChanges = sqliteTable(
  "customer_changes",
  {
    customerId: text("customer_id").notNull(),
    caseId: text("case_id").notNull(),
    /** When a contact of the case began, before or after the change; 0 where it has none. */
    contactUs: integer("contact_us").notNull(),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.caseId, table.contactUs] })],
);

/** What is never stored again: keyed hashes of an erased customer and of what belonged to it, never an id. */
export const tombstones = sqliteTable(
  "tombstones",
  {
    /** See lib/domain/privacy/tombstone.ts. */
    kind: text("kind").notNull(),
    hash: text("hash").notNull(),
    erasedUs: integer("erased_us").notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.hash] })],
);
