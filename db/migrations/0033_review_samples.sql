CREATE TABLE `review_sample_items` (
	`sample` integer NOT NULL,
	`position` integer NOT NULL,
	`part` text NOT NULL,
	`case_id` text NOT NULL,
	`anchor` text NOT NULL,
	`rule` text NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`channel` text NOT NULL,
	`at_us` integer NOT NULL,
	PRIMARY KEY(`sample`, `position`),
	FOREIGN KEY (`sample`) REFERENCES `review_samples`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_sample_items_by_contact` ON `review_sample_items` (`anchor`,`rule`);--> statement-breakpoint
CREATE TABLE `review_samples` (
	`id` integer PRIMARY KEY NOT NULL,
	`seed` integer NOT NULL,
	`filter` text NOT NULL,
	`population` integer NOT NULL,
	`drawn_us` integer NOT NULL,
	`drawn_by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sign_offs` (
	`id` integer PRIMARY KEY NOT NULL,
	`sample` integer NOT NULL,
	`tally` text NOT NULL,
	`versions` text NOT NULL,
	`note` text NOT NULL,
	`actor` text NOT NULL,
	`at_us` integer NOT NULL,
	FOREIGN KEY (`sample`) REFERENCES `review_samples`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sign_offs_by_sample` ON `sign_offs` (`sample`);