ALTER TABLE `cases` ADD `inferred_intent` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `intent_confidence` real;--> statement-breakpoint
ALTER TABLE `cases` ADD `intent_because` text;