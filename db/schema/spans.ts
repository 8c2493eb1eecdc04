import {
  blob,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
} from "drizzle-orm/sqlite-core";

/** Integer keys inside, text ids at the edges: a trace's 32 digits are stored once. */
export const traces = sqliteTable("traces", {
  id: integer("id").primaryKey(),
  traceId: text("trace_id").notNull().unique(),
});

/** Masked text, stored once however often it is repeated: messages, tool results, long attributes, resources. */
export const contents = sqliteTable("contents", {
  id: integer("id").primaryKey(),
  hash: blob("hash", { mode: "buffer" }).notNull().unique(),
  body: text("body").notNull(),
});

/** Identities that spans state; most spans of a trace state the same. */
export const declarations = sqliteTable("declarations", {
  id: integer("id").primaryKey(),
  hash: blob("hash", { mode: "buffer" }).notNull().unique(),
  body: text("body").notNull(),
});

/** Identities of spans after inheritance, each value with its source. */
export const identities = sqliteTable(
  "identities",
  {
    id: integer("id").primaryKey(),
    hash: blob("hash", { mode: "buffer" }).notNull().unique(),
    /** null: Unassigned. */
    caseId: text("case_id"),
    body: text("body").notNull(),
  },
  (table) => [index("identities_by_case").on(table.caseId)],
);

/** Spans, and log events as children of the span whose words they have (part "event"). */
export const spans = sqliteTable(
  "spans",
  {
    id: integer("id").primaryKey(),
    trace: integer("trace")
      .notNull()
      .references(() => traces.id),
    spanId: text("span_id").notNull(),
    parentSpanId: text("parent_span_id"),
    name: text("name").notNull(),
    kind: text("kind").notNull(),
    part: text("part").notNull(),
    status: text("status").notNull(),
    startUs: integer("start_us").notNull(),
    endUs: integer("end_us").notNull(),
    /** Of two versions of a span the greater by (attribute count, end, content hash) is kept. */
    attributeCount: integer("attribute_count").notNull(),
    contentHash: blob("content_hash", { mode: "buffer" }).notNull(),
    declared: integer("declared").references(() => declarations.id),
    /** null until the trace's identities are resolved. */
    identity: integer("identity").references(() => identities.id),
    model: text("model"),
    promptName: text("prompt_name"),
    promptVersion: text("prompt_version"),
    toolName: text("tool_name"),
    isToolError: integer("is_tool_error", { mode: "boolean" }).notNull(),
    isTextStripped: integer("is_text_stripped", { mode: "boolean" }).notNull(),
    /** False where no case is derived from the span. */
    isSpeaking: integer("is_speaking", { mode: "boolean" }).notNull(),
    /** References into contents: a number for text, a JSON array of messages otherwise. */
    system: integer("system").references(() => contents.id),
    input: text("input"),
    output: text("output"),
    /** Case events, imported scores and passages; null on nearly every span. */
    extra: text("extra"),
    resource: integer("resource").references(() => contents.id),
    /** The rest, for the trace page: remaining attributes, events, links, status message. */
    detail: text("detail").notNull(),
    /** The ingest that brought the kept version; null where it was stored before this was recorded. */
    batch: integer("batch"),
    /** It came to replace what was stored: other versions stand back unless they do so too. */
    isReplacement: integer("is_replacement", { mode: "boolean" }).notNull().default(false),
  },
  (table) => [
    unique("spans_by_trace").on(table.trace, table.spanId),
    index("spans_by_identity").on(table.identity),
    index("spans_by_span_id").on(table.spanId),
    index("spans_by_batch").on(table.batch),
  ],
);

/** Which traces belong to one session, conversation or room. */
export const traceSessions = sqliteTable(
  "trace_sessions",
  {
    session: text("session").notNull(),
    trace: integer("trace")
      .notNull()
      .references(() => traces.id),
    /** JSON: what the trace states of the fields that others inherit. */
    facts: text("facts").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.session, table.trace] }),
    index("trace_sessions_by_trace").on(table.trace),
  ],
);

/** The combined statements of a session's traces, cached so that a new trace need not read the others. */
export const sessions = sqliteTable("sessions", {
  session: text("session").primaryKey(),
  /** How many traces belong to it. */
  members: integer("members").notNull(),
  /** JSON: their facts, condensed; null where they are too many, or not combined yet. */
  facts: text("facts"),
});
