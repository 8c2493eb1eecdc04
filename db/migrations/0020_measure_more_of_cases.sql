ALTER TABLE `cases` ADD `pii` text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE `cases` ADD `paused_us` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `cases` ADD `business_us` integer;