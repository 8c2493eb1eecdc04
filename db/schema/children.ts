import { sql } from "drizzle-orm";
import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ContactRow } from "@/lib/analytics/rows/contact-row";
import type { DisclosureRow } from "@/lib/analytics/rows/disclosure-row";
import type { HandoffRow } from "@/lib/analytics/rows/handoff-row";
import type { PiiRow } from "@/lib/analytics/rows/pii-row";
import type { PromiseRow } from "@/lib/analytics/rows/promise-row";
import type { Handoff, Interaction } from "@/lib/domain/case/case";
import { cases } from "./cases";

/** One row per interaction, with measures of those in which the customer took part. */
export const interactions = sqliteTable(
  "interactions",
  {
    caseKey: integer("case_key")
      .notNull()
      .references(() => cases.key),
    ordinal: integer("ordinal").notNull(),
    channel: text("channel").$type<Interaction["channel"]>().notNull(),
    startUs: integer("start_us").notNull(),
    endUs: integer("end_us").notNull(),
    isTouchpoint: integer("is_touchpoint", { mode: "boolean" }).notNull(),
    /** The rest of the interaction. */
    body: text("body", { mode: "json" }).$type<InteractionBody>().notNull(),
    initiator: text("initiator").$type<Interaction["initiator"]>().notNull().default("unknown"),
    isTransferred: integer("is_transferred", { mode: "boolean" }).notNull().default(false),
    team: text("team"),
    release: text("release"),
    agents: text("agents").$type<ContactRow["agents"]>().notNull().default("unknown"),
    resolution: real("resolution"),
    answerUs: integer("answer_us"),
    humanAnswerUs: integer("human_answer_us"),
    handledUs: integer("handled_us").notNull().default(0),
    humanUs: integer("human_us").notNull().default(0),
    notes: text("notes").$type<ContactRow["notes"]>().notNull().default("unseen"),
    prompt: text("prompt"),
    persona: real("persona"),
    style: text("style", { mode: "json" }).$type<ContactRow["style"]>(),
    grounded: real("grounded"),
    faithful: real("faithful"),
    frustration: real("frustration"),
    politeness: real("politeness"),
    disclosures: text("disclosures").$type<ContactRow["disclosures"]>().notNull().default("none"),
    escalation: text("escalation").$type<ContactRow["escalation"]>(),
    falseSuccess: real("false_success"),
    unread: text("unread").$type<ContactRow["unread"]>(),
  },
  (table) => [
    primaryKey({ columns: [table.caseKey, table.ordinal] }),
    index("interactions_by_channel").on(table.channel, table.caseKey),
    index("interactions_by_start").on(table.channel, table.startUs),
  ],
);

type InteractionBody = Omit<Interaction, keyof ContactRow | "isTouchpoint">;

/** One row per handoff, with its measures. */
export const handoffs = sqliteTable(
  "handoffs",
  {
    caseKey: integer("case_key")
      .notNull()
      .references(() => cases.key),
    ordinal: integer("ordinal").notNull(),
    kind: text("kind").$type<Handoff["kind"]>().notNull(),
    /** The rest of the handoff. */
    body: text("body", { mode: "json" }).$type<HandoffBody>().notNull(),
    from: text("from_channel").$type<HandoffRow["from"]>().notNull().default("unknown"),
    to: text("to_channel").$type<HandoffRow["to"]>().notNull().default("unknown"),
    fromKind: text("from_kind").$type<Handoff["fromKind"]>().notNull().default("unknown"),
    toKind: text("to_kind").$type<Handoff["toKind"]>().notNull().default("unknown"),
    initiator: text("initiator").$type<Handoff["initiator"]>().notNull().default("unknown"),
    atUs: integer("at_us").notNull().default(0),
    gapUs: integer("gap_us").notNull().default(0),
    verdict: text("verdict").$type<HandoffRow["verdict"]>().notNull().default("unknown"),
    facts: text("facts", { mode: "json" }).$type<HandoffRow["facts"]>().notNull().default([]),
    packet: text("packet", { mode: "json" }).$type<HandoffRow["packet"]>(),
    release: text("release"),
    team: text("team"),
    context: real("context"),
  },
  (table) => [primaryKey({ columns: [table.caseKey, table.ordinal] })],
);

type HandoffBody = Omit<Handoff, keyof HandoffRow | "toTeam">;

/** One row per promise, for lists and figures; the whole promise is in `case_knowledge`. */
export const promises = sqliteTable(
  "promises",
  {
    caseKey: integer("case_key")
      .notNull()
      .references(() => cases.key),
    ordinal: integer("ordinal").notNull(),
    channel: text("channel").$type<PromiseRow["channel"]>().notNull(),
    message: integer("message").notNull(),
    by: text("made_by").$type<PromiseRow["by"]>().notNull(),
    kind: text("kind").$type<PromiseRow["kind"]>().notNull(),
    what: text("what").notNull(),
    madeUs: integer("made_us").notNull(),
    dueUs: integer("due_us"),
    dueWords: text("due_words").notNull(),
    status: text("status").$type<PromiseRow["status"]>().notNull(),
    settledUs: integer("settled_us"),
    received: text("received", { mode: "json" }).$type<PromiseRow["received"]>(),
  },
  (table) => [primaryKey({ columns: [table.caseKey, table.ordinal] })],
);

/** One row per contact and disclosure rule that applied or may have; the whole finding is in `case_knowledge`. */
export const disclosures = sqliteTable(
  "disclosures",
  {
    caseKey: integer("case_key")
      .notNull()
      .references(() => cases.key),
    ordinal: integer("ordinal").notNull(),
    interaction: integer("interaction").notNull(),
    rule: text("rule").notNull(),
    version: integer("version").notNull(),
    status: text("status").$type<DisclosureRow["status"]>().notNull(),
    channel: text("channel").$type<DisclosureRow["channel"]>().notNull(),
    atUs: integer("at_us").notNull(),
    agents: text("agents").$type<DisclosureRow["agents"]>().notNull(),
    release: text("release"),
    message: integer("message"),
    words: text("words"),
    because: text("because").notNull(),
    anchor: text("anchor").notNull().default(""),
    /** Key of the latest decision on it; null: none. */
    reviewId: integer("review_id"),
    wordsFrom: text("words_from").$type<DisclosureRow["wordsFrom"]>(),
  },
  (table) => [
    primaryKey({ columns: [table.caseKey, table.ordinal] }),
    index("disclosures_reviewed")
      .on(table.reviewId)
      .where(sql`${table.reviewId} IS NOT NULL`),
  ],
);

/** One row per personal value and kind of place in a case, without the value. */
export const personalValues = sqliteTable(
  "personal_values",
  {
    caseKey: integer("case_key")
      .notNull()
      .references(() => cases.key),
    ordinal: integer("ordinal").notNull(),
    isLeaked: integer("is_leaked", { mode: "boolean" }).notNull(),
    type: text("type").$type<PiiRow["type"]>(),
    place: text("place").$type<PiiRow["place"]>().notNull(),
    source: text("source"),
    span: text("span").$type<PiiRow["span"]>().notNull(),
    interaction: integer("interaction"),
    channel: text("channel").$type<PiiRow["channel"]>().notNull(),
    atUs: integer("at_us").notNull(),
    release: text("release"),
    isSpansFirst: integer("is_spans_first", { mode: "boolean" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseKey, table.ordinal] })],
);
