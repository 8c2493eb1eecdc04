CREATE TABLE `default_views` (
	`path` text NOT NULL,
	`role` text NOT NULL,
	`view` integer NOT NULL,
	PRIMARY KEY(`path`, `role`),
	FOREIGN KEY (`view`) REFERENCES `saved_views`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `default_views_by_view` ON `default_views` (`view`);--> statement-breakpoint
DROP INDEX `saved_views_path_name`;--> statement-breakpoint
ALTER TABLE `saved_views` ADD `owner` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `saved_views` ADD `is_shared` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `saved_views_owned` ON `saved_views` (`path`,`owner`,`name`);