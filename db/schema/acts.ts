import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What a reader found in a message, by the hash of what it was asked: asked again, it costs nothing. */
export const actReadings = sqliteTable(
  "act_readings",
  {
    /** Of the reader's id and the question, base64url. */
    hash: text("hash").primaryKey(),
    reader: text("reader").notNull(),
    /** JSON: the message's acts; null: unread. */
    acts: text("acts").notNull(),
  },
  (table) => [index("act_readings_by_reader").on(table.reader)],
);
