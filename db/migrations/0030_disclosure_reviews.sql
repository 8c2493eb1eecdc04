CREATE TABLE `disclosure_reviews` (
	`id` integer PRIMARY KEY NOT NULL,
	`anchor` text NOT NULL,
	`rule` text NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`case_id` text NOT NULL,
	`decision` text NOT NULL,
	`reason` text NOT NULL,
	`actor` text NOT NULL,
	`at_us` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `disclosure_reviews_by_contact` ON `disclosure_reviews` (`anchor`,`rule`);--> statement-breakpoint
ALTER TABLE `disclosures` ADD `anchor` text DEFAULT '' NOT NULL;