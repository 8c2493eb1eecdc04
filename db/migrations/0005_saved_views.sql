CREATE TABLE `saved_views` (
	`id` integer PRIMARY KEY NOT NULL,
	`path` text NOT NULL,
	`name` text NOT NULL,
	`search` text NOT NULL,
	`created_us` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_views_path_name` ON `saved_views` (`path`,`name`);