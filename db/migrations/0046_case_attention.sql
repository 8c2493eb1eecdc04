CREATE TABLE `case_attention` (
	`case_id` text PRIMARY KEY NOT NULL,
	`assignee` text,
	`snoozed_until_us` integer,
	`handled_us` integer,
	`actor` text NOT NULL,
	`at_us` integer NOT NULL
);
