CREATE TABLE `judge_spend` (
	`day` integer PRIMARY KEY NOT NULL,
	`tokens` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `judged_cases` (
	`case_id` text PRIMARY KEY NOT NULL,
	`case_mark` integer NOT NULL,
	`asked` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `judgements` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`evaluator` text NOT NULL,
	`rubric` integer NOT NULL,
	`model` text NOT NULL,
	`anchor` text NOT NULL,
	`words_hash` text NOT NULL,
	`content_hash` text NOT NULL,
	`status` text NOT NULL,
	`value` real,
	`because` text NOT NULL,
	`evidence` text NOT NULL,
	`created_us` integer NOT NULL,
	`target_kind` text NOT NULL,
	`target_ordinal` integer NOT NULL,
	`case_mark` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `judgements_by_target` ON `judgements` (`case_id`,`evaluator`,`anchor`,`content_hash`);--> statement-breakpoint
CREATE INDEX `judgements_by_content` ON `judgements` (`content_hash`);--> statement-breakpoint
CREATE INDEX `judgements_by_evaluator` ON `judgements` (`evaluator`);