CREATE TABLE `decisions` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`from_case_id` text,
	`to_case_id` text NOT NULL,
	`created_us` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `decisions_by_from` ON `decisions` (`from_case_id`);--> statement-breakpoint
CREATE INDEX `decisions_by_to` ON `decisions` (`to_case_id`);--> statement-breakpoint
CREATE TABLE `notes` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`text` text NOT NULL,
	`created_us` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `notes_by_case` ON `notes` (`case_id`);--> statement-breakpoint
ALTER TABLE `overrides` ADD `decision` integer REFERENCES decisions(id);--> statement-breakpoint
CREATE INDEX `overrides_by_decision` ON `overrides` (`decision`);