ALTER TABLE `cases` ADD `contact_rows` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `cases` ADD `handoff_rows` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `cases` ADD `promise_rows` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `cases` ADD `sla_due_us` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `sla_risk_us` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `sla_paused_us` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `sla_pause_reason` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `sla_stopped_us` integer;