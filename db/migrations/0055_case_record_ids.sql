-- What was the row's own number becomes a column: PostgreSQL has none.
CREATE TABLE `__new_case_records` (
	`id` integer PRIMARY KEY NOT NULL,
	`hash` blob NOT NULL,
	`case_id` text NOT NULL,
	`merged_into` text,
	`body` text NOT NULL,
	`batch` integer
);
--> statement-breakpoint
INSERT INTO `__new_case_records`("id", "hash", "case_id", "merged_into", "body", "batch") SELECT rowid, "hash", "case_id", "merged_into", "body", "batch" FROM `case_records`;--> statement-breakpoint
DROP TABLE `case_records`;--> statement-breakpoint
ALTER TABLE `__new_case_records` RENAME TO `case_records`;--> statement-breakpoint
CREATE UNIQUE INDEX `case_records_hash_unique` ON `case_records` (`hash`);--> statement-breakpoint
CREATE INDEX `case_records_by_case` ON `case_records` (`case_id`);--> statement-breakpoint
CREATE INDEX `case_records_by_batch` ON `case_records` (`batch`);--> statement-breakpoint
CREATE INDEX `case_records_by_merge` ON `case_records` (`merged_into`);