CREATE TABLE `removed_cases` (
	`key` integer PRIMARY KEY NOT NULL,
	`changed` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `removed_cases_by_changed` ON `removed_cases` (`changed`);--> statement-breakpoint
ALTER TABLE `cases` ADD `handoff_kinds` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `cases` ADD `handoff_verdicts` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `cases` ADD `worst_scores` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `cases` ADD `changed` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `cases_by_changed` ON `cases` (`changed`);