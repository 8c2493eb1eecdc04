CREATE TABLE `alert_deliveries` (
	`id` integer PRIMARY KEY NOT NULL,
	`event` integer NOT NULL,
	`by` text NOT NULL,
	`message` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_us` integer,
	`arrived_us` integer,
	`problem` text,
	FOREIGN KEY (`event`) REFERENCES `alert_events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `alert_deliveries_by_event` ON `alert_deliveries` (`event`);--> statement-breakpoint
CREATE INDEX `alert_deliveries_by_time` ON `alert_deliveries` (`next_us`);--> statement-breakpoint
CREATE TABLE `alert_events` (
	`id` integer PRIMARY KEY NOT NULL,
	`rule` integer NOT NULL,
	`kind` text NOT NULL,
	`at_us` integer NOT NULL,
	`actor` text,
	`reading` text,
	`scope` text,
	FOREIGN KEY (`rule`) REFERENCES `alert_rules`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `alert_events_by_rule` ON `alert_events` (`rule`,`id`);--> statement-breakpoint
CREATE TABLE `alert_rules` (
	`id` integer PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`is_of_visitor` integer NOT NULL,
	`rule` text NOT NULL,
	`state` text NOT NULL,
	`reading` text,
	`scope` text,
	`changed_us` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `alert_webhook` (
	`id` integer PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`salt` text NOT NULL,
	`actor` text NOT NULL,
	`at_us` integer NOT NULL
);
