import { index, integer, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** Models' judgements of cases, separate from what is derived and never replaced by a rebuild. */
export const judgements = sqliteTable(
  "judgements",
  {
    id: integer("id").primaryKey(),
    caseId: text("case_id").notNull(),
    evaluator: text("evaluator").notNull(),
    rubric: integer("rubric").notNull(),
    model: text("model").notNull(),
    /** JSON: the span and the words that it is about. */
    anchor: text("anchor").notNull(),
    /** Over the messages that were shown. */
    wordsHash: text("words_hash").notNull(),
    /** Hash of the whole request: the same request is never sent twice. */
    contentHash: text("content_hash").notNull(),
    status: text("status").notNull(),
    value: real("value"),
    /** Masked. */
    because: text("because").notNull(),
    /** JSON: positions among the messages that were shown. */
    evidence: text("evidence").notNull(),
    createdUs: integer("created_us").notNull(),
    /** Position in its case, valid while the case has this revision. */
    targetKind: text("target_kind").notNull(),
    targetOrdinal: integer("target_ordinal").notNull(),
    caseMark: integer("case_mark").notNull(),
  },
  (table) => [
    uniqueIndex("judgements_by_target").on(
      table.caseId,
      table.evaluator,
      table.anchor,
      table.contentHash,
    ),
    index("judgements_by_content").on(table.contentHash),
    index("judgements_by_evaluator").on(table.evaluator),
  ],
);

/** Tokens used by models, one row per day (UTC, days since 1970). */
export const judgeSpend = sqliteTable("judge_spend", {
  day: integer("day").primaryKey(),
  tokens: integer("tokens").notNull(),
});

/** Cases whose requests were all answered: their revision, the models and the rubrics. */
export const judgedCases = sqliteTable("judged_cases", {
  caseId: text("case_id").primaryKey(),
  caseMark: integer("case_mark").notNull(),
  asked: text("asked").notNull(),
});
