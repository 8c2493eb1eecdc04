CREATE TABLE `tombstones` (
	`kind` text NOT NULL,
	`hash` text NOT NULL,
	`erased_us` integer NOT NULL,
	PRIMARY KEY(`kind`, `hash`)
);
--> statement-breakpoint
ALTER TABLE `batches` ADD `erased` integer DEFAULT 0 NOT NULL;