import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";

/** People's decisions about cases, revoked or not; never replaced by a rebuild. */
export const decisions = sqliteTable(
  "decisions",
  {
    id: integer("id").primaryKey(),
    kind: text("kind").notNull(),
    /** JSON: the case, the contact or the trace that it is about. */
    subject: text("subject").notNull(),
    fromCaseId: text("from_case_id"),
    toCaseId: text("to_case_id").notNull(),
    createdUs: integer("created_us").notNull(),
  },
  (table) => [
    index("decisions_by_from").on(table.fromCaseId),
    index("decisions_by_to").on(table.toCaseId),
  ],
);

/** The decisions' effect on which case spans belong to. */
export const overrides = sqliteTable(
  "overrides",
  {
    id: integer("id").primaryKey(),
    kind: text("kind").notNull(),
    body: text("body").notNull(),
    createdUs: integer("created_us").notNull(),
    decision: integer("decision").references(() => decisions.id),
  },
  (table) => [index("overrides_by_decision").on(table.decision)],
);

/** People's notes on cases, masked; never replaced by a rebuild. */
export const notes = sqliteTable(
  "notes",
  {
    id: integer("id").primaryKey(),
    caseId: text("case_id").notNull(),
    text: text("text").notNull(),
    createdUs: integer("created_us").notNull(),
  },
  (table) => [index("notes_by_case").on(table.caseId)],
);

/** Who takes care of an open case and since when it is off the Live page; never replaced by a rebuild. */
export const caseAttention = sqliteTable("case_attention", {
  caseId: text("case_id").primaryKey(),
  assignee: text("assignee"),
  snoozedUntilUs: integer("snoozed_until_us"),
  handledUs: integer("handled_us"),
  actor: text("actor").notNull(),
  atUs: integer("at_us").notNull(),
});

/**
 * People's labels of evaluators' scores, one per person and target; never replaced by a rebuild. A target is named by
 * its anchor: a span and a hash of words, not a position that another rebuild moves.
 */
export const labels = sqliteTable(
  "labels",
  {
    id: integer("id").primaryKey(),
    /** Public id of whoever gave it. */
    actor: text("actor").notNull(),
    caseId: text("case_id").notNull(),
    evaluator: text("evaluator").notNull(),
    /** null: a score that came with the traces. */
    version: integer("version"),
    kind: text("kind").notNull(),
    /** JSON. */
    anchor: text("anchor").notNull(),
    /** The anchored span, by which a label follows its target to another case; null for a case's. */
    traceId: text("trace_id"),
    spanId: text("span_id"),
    /** JSON: the evaluator's verdict at that moment. */
    said: text("said").notNull(),
    /** JSON: right, wrong, or what it should be. */
    answer: text("answer").notNull(),
    /** Masked. */
    reason: text("reason").notNull(),
    evidenceHash: text("evidence_hash").notNull(),
    createdUs: integer("created_us").notNull(),
  },
  (table) => [
    uniqueIndex("labels_by_target").on(table.actor, table.evaluator, table.anchor),
    index("labels_by_case").on(table.caseId),
    index("labels_by_span").on(table.traceId, table.spanId),
    index("labels_by_evaluator").on(table.evaluator, table.version),
  ],
);

/**
 * People's decisions on what disclosure rules found; the latest of a contact and a rule counts, none is ever replaced or
 * removed.
 */
export const disclosureReviews = sqliteTable(
  "disclosure_reviews",
  {
    id: integer("id").primaryKey(),
    /** See `DisclosureRow`. */
    anchor: text("anchor").notNull(),
    rule: text("rule").notNull(),
    version: integer("version").notNull(),
    status: text("status").notNull(),
    caseId: text("case_id").notNull(),
    decision: text("decision").notNull(),
    /** Masked. */
    reason: text("reason").notNull(),
    /** Public id of the reviewer. */
    actor: text("actor").notNull(),
    atUs: integer("at_us").notNull(),
  },
  (table) => [index("disclosure_reviews_by_contact").on(table.anchor, table.rule)],
);

/** Samples of findings as they were drawn; never changed, and never replaced by a rebuild. */
export const reviewSamples = sqliteTable("review_samples", {
  id: integer("id").primaryKey(),
  seed: integer("seed").notNull(),
  /** The query that they were drawn from. */
  filter: text("filter").notNull(),
  population: integer("population").notNull(),
  drawnUs: integer("drawn_us").notNull(),
  /** Public id. */
  drawnBy: text("drawn_by").notNull(),
});

export const reviewSampleItems = sqliteTable(
  "review_sample_items",
  {
    sample: integer("sample")
      .notNull()
      .references(() => reviewSamples.id),
    position: integer("position").notNull(),
    part: text("part").notNull(),
    caseId: text("case_id").notNull(),
    /** See `DisclosureRow`. */
    anchor: text("anchor").notNull(),
    rule: text("rule").notNull(),
    version: integer("version").notNull(),
    status: text("status").notNull(),
    channel: text("channel").notNull(),
    atUs: integer("at_us").notNull(),
    /** 1: a second reviewer decides on it, too. */
    isSecond: integer("is_second").notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.sample, table.position] }),
    index("review_sample_items_by_contact").on(table.anchor, table.rule),
  ],
);

/** What second reviewers decided on findings of samples, blind; none is ever replaced or removed. */
export const secondReviews = sqliteTable(
  "second_reviews",
  {
    id: integer("id").primaryKey(),
    sample: integer("sample")
      .notNull()
      .references(() => reviewSamples.id),
    position: integer("position").notNull(),
    /** As in the sample. */
    anchor: text("anchor").notNull(),
    caseId: text("case_id").notNull(),
    /** What was decided on. */
    status: text("status").notNull(),
    version: integer("version").notNull(),
    decision: text("decision").notNull(),
    /** Masked. */
    reason: text("reason").notNull(),
    /** Public id. */
    actor: text("actor").notNull(),
    atUs: integer("at_us").notNull(),
  },
  (table) => [uniqueIndex("second_reviews_by_finding").on(table.sample, table.position)],
);

/** Sign-offs of samples; the latest of a sample counts, none is ever replaced or removed. */
export const signOffs = sqliteTable(
  "sign_offs",
  {
    id: integer("id").primaryKey(),
    sample: integer("sample")
      .notNull()
      .references(() => reviewSamples.id),
    /** JSON. */
    tally: text("tally").notNull(),
    /** JSON: the rules' versions, and how many findings of each. */
    versions: text("versions").notNull(),
    /** Masked. */
    note: text("note").notNull(),
    /** Public id. */
    actor: text("actor").notNull(),
    atUs: integer("at_us").notNull(),
    /** JSON: the counts of the sample's period; null: not counted then. */
    period: text("period"),
  },
  (table) => [index("sign_offs_by_sample").on(table.sample)],
);

export const settings = sqliteTable("settings", {
  name: text("name").primaryKey(),
  value: text("value").notNull(),
});

/** Pages with their filters, under names that people gave them; never replaced by a rebuild. */
export const savedViews = sqliteTable(
  "saved_views",
  {
    id: integer("id").primaryKey(),
    path: text("path").notNull(),
    name: text("name").notNull(),
    search: text("search").notNull(),
    createdUs: integer("created_us").notNull(),
    /** Public id of whoever saved it; "": saved before owners were kept. */
    owner: text("owner").notNull().default(""),
    isShared: integer("is_shared").notNull().default(1),
  },
  (table) => [uniqueIndex("saved_views_owned").on(table.path, table.owner, table.name)],
);

/** The view that a role begins with on a page. */
export const defaultViews = sqliteTable(
  "default_views",
  {
    path: text("path").notNull(),
    role: text("role").notNull(),
    view: integer("view")
      .notNull()
      .references(() => savedViews.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ columns: [table.path, table.role] }),
    index("default_views_by_view").on(table.view),
  ],
);

/** People's annotations of periods, masked; never replaced by a rebuild. */
export const annotations = sqliteTable(
  "annotations",
  {
    id: integer("id").primaryKey(),
    kind: text("kind").notNull(),
    fromUs: integer("from_us").notNull(),
    /** null: a point. */
    toUs: integer("to_us"),
    text: text("text").notNull(),
    /** Public id. */
    author: text("author").notNull(),
    createdUs: integer("created_us").notNull(),
  },
  (table) => [index("annotations_by_time").on(table.fromUs)],
);

/** Every version of the persona contract that was approved, as it was then; never replaced by a rebuild. */
export const approvedPersonas = sqliteTable("approved_personas", {
  version: integer("version").primaryKey(),
  approvedUs: integer("approved_us").notNull(),
  /** As the contract names who approved it. */
  approvedBy: text("approved_by").notNull(),
  /** JSON, masked. */
  terms: text("terms").notNull(),
});

/** Every published version of a workspace's own disclosure rules; never replaced by a rebuild. */
export const disclosureRuleVersions = sqliteTable(
  "disclosure_rule_versions",
  {
    rule: text("rule").notNull(),
    version: integer("version").notNull(),
    publishedUs: integer("published_us").notNull(),
    /** Public id. */
    publishedBy: text("published_by").notNull(),
    /** JSON. */
    body: text("body").notNull(),
  },
  (table) => [primaryKey({ columns: [table.rule, table.version] })],
);

/** People's acknowledgements of persona alarms; never replaced by a rebuild. */
export const acknowledgedAlarms = sqliteTable("acknowledged_alarms", {
  id: integer("id").primaryKey(),
  channel: text("channel").notNull(),
  attribute: text("attribute").notNull(),
  /** The version of the contract whose baseline it was held against; null: none was in force. */
  contract: integer("contract"),
  /** Masked. */
  note: text("note").notNull(),
  /** Public id. */
  actor: text("actor").notNull(),
  atUs: integer("at_us").notNull(),
});
