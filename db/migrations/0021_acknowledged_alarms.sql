CREATE TABLE `acknowledged_alarms` (
	`id` integer PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`attribute` text NOT NULL,
	`contract` integer,
	`note` text NOT NULL,
	`actor` text NOT NULL,
	`at_us` integer NOT NULL
);
