CREATE TABLE `annotations` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`from_us` integer NOT NULL,
	`to_us` integer,
	`text` text NOT NULL,
	`author` text NOT NULL,
	`created_us` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `annotations_by_time` ON `annotations` (`from_us`);