-- One row a case, by cases.id: the masked words of its customers and agents, as they are cut in lib/store/search.
CREATE TABLE "case_search" ("id" bigint PRIMARY KEY, "words" tsvector NOT NULL);
--> statement-breakpoint
CREATE INDEX "case_search_by_word" ON "case_search" USING gin ("words");
--> statement-breakpoint
INSERT INTO "sequence" ("id", "value") VALUES (1, 0);
