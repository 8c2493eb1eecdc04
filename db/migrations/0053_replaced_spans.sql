ALTER TABLE `spans` ADD `is_replacement` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `batches` ADD `overwritten` integer DEFAULT 0 NOT NULL;