CREATE TABLE `second_reviews` (
	`id` integer PRIMARY KEY NOT NULL,
	`sample` integer NOT NULL,
	`position` integer NOT NULL,
	`anchor` text NOT NULL,
	`case_id` text NOT NULL,
	`status` text NOT NULL,
	`version` integer NOT NULL,
	`decision` text NOT NULL,
	`reason` text NOT NULL,
	`actor` text NOT NULL,
	`at_us` integer NOT NULL,
	FOREIGN KEY (`sample`) REFERENCES `review_samples`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `second_reviews_by_finding` ON `second_reviews` (`sample`,`position`);--> statement-breakpoint
ALTER TABLE `review_sample_items` ADD `is_second` integer DEFAULT 0 NOT NULL;