CREATE TABLE `cohort_items` (
	`cohort` integer NOT NULL,
	`item` text NOT NULL,
	`case_id` text,
	`body` text NOT NULL,
	PRIMARY KEY(`cohort`, `item`),
	FOREIGN KEY (`cohort`) REFERENCES `cohorts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `cohort_items_by_case` ON `cohort_items` (`case_id`);--> statement-breakpoint
CREATE TABLE `cohorts` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`version` integer NOT NULL,
	`sha256` text NOT NULL,
	`created_by` text,
	`created_us` integer NOT NULL,
	`origin` text NOT NULL,
	`erased` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `cohorts_by_hash` ON `cohorts` (`sha256`);--> statement-breakpoint
CREATE UNIQUE INDEX `cohorts_by_name` ON `cohorts` (`name`,`version`);--> statement-breakpoint
CREATE TABLE `gate_verdicts` (
	`id` integer PRIMARY KEY NOT NULL,
	`run` text NOT NULL,
	`release` text NOT NULL,
	`cohort` text NOT NULL,
	`candidate` text NOT NULL,
	`created_us` integer NOT NULL,
	`record` text,
	`deleted_by` text,
	`deleted_us` integer
);
--> statement-breakpoint
CREATE INDEX `gate_verdicts_by_attempt` ON `gate_verdicts` (`release`,`cohort`);--> statement-breakpoint
CREATE INDEX `gate_verdicts_by_run` ON `gate_verdicts` (`run`);--> statement-breakpoint
CREATE TABLE `replays` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`run` text NOT NULL,
	`item` text NOT NULL,
	`repeat` integer NOT NULL,
	`release` text,
	`cohort` text,
	`prompts` text NOT NULL,
	`outcomes` text NOT NULL,
	`started_us` integer,
	`derived` blob NOT NULL,
	`derived_with` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `replays_case_id_unique` ON `replays` (`case_id`);--> statement-breakpoint
CREATE INDEX `replays_by_run` ON `replays` (`run`,`item`,`repeat`);--> statement-breakpoint
CREATE TABLE `runs` (
	`run` text PRIMARY KEY NOT NULL,
	`release` text NOT NULL,
	`cohort` text,
	`created_us` integer NOT NULL,
	`missing` text NOT NULL
);
