import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What people decided about where spans belong; never replaced by a rebuild. */
export const overrides = sqliteTable("overrides", {
  id: integer("id").primaryKey(),
  kind: text("kind").notNull(),
  body: text("body").notNull(),
  createdUs: integer("created_us").notNull(),
});

export const settings = sqliteTable("settings", {
  name: text("name").primaryKey(),
  value: text("value").notNull(),
});
