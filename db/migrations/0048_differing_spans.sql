ALTER TABLE `batches` ADD `differing` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `batches` ADD `records` integer DEFAULT 0 NOT NULL;