-- A tsvector holds a mebibyte of words; a case that has more is kept in several rows.
ALTER TABLE "case_search" ADD COLUMN "part" bigint NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE "case_search" DROP CONSTRAINT "case_search_pkey";
--> statement-breakpoint
ALTER TABLE "case_search" ADD PRIMARY KEY ("rowid", "part");
