import { index, integer, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** What models said of cases, kept apart from what is derived and never replaced by a rebuild. */
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
    /** Over all that was asked: the same is never asked twice. */
    contentHash: text("content_hash").notNull(),
    status: text("status").notNull(),
    value: real("value"),
    /** Masked. */
    because: text("because").notNull(),
    /** JSON: places among the messages that were shown. */
    evidence: text("evidence").notNull(),
    createdUs: integer("created_us").notNull(),
    /** Where it stood in its case as long as that has this mark. */
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

/** Tokens that models took, a row a day (UTC, days since 1970). */
export const judgeSpend = sqliteTable("judge_spend", {
  day: integer("day").primaryKey(),
  tokens: integer("tokens").notNull(),
});

/** Cases about which everything was asked: as they were at their mark, of whom and by which rubrics. */
export const judgedCases = sqliteTable("judged_cases", {
  caseId: text("case_id").primaryKey(),
  caseMark: integer("case_mark").notNull(),
  asked: text("asked").notNull(),
});
