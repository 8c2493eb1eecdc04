-- One row a case, by cases.id: the masked words of its customers and agents, as they are cut in lib/store/search.
CREATE TABLE "case_search" ("rowid" bigint PRIMARY KEY, "words" tsvector NOT NULL);
--> statement-breakpoint
CREATE INDEX "case_search_by_word" ON "case_search" USING gin ("words");
--> statement-breakpoint
CREATE TABLE "case_words" ("word" text COLLATE "C" PRIMARY KEY, "cases" bigint NOT NULL);
--> statement-breakpoint
INSERT INTO "sequence" ("id", "value") VALUES (1, 0);
