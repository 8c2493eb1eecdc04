CREATE TABLE `sessions` (
	`session` text PRIMARY KEY NOT NULL,
	`members` integer NOT NULL,
	`facts` text
);
--> statement-breakpoint
CREATE TABLE `customer_changes` (
	`customer_id` text NOT NULL,
	`case_id` text NOT NULL,
	`opened_us` integer NOT NULL,
	PRIMARY KEY(`customer_id`, `case_id`, `opened_us`)
);
--> statement-breakpoint
CREATE TABLE `oversized_groups` (
	`kind` text NOT NULL,
	`key` text NOT NULL,
	PRIMARY KEY(`kind`, `key`)
);
--> statement-breakpoint
INSERT INTO `sessions` (`session`, `members`) SELECT `session`, count(*) FROM `trace_sessions` GROUP BY `session`;--> statement-breakpoint
INSERT INTO `queue` (`stage`, `key`, `mark`, `since_us`)
SELECT DISTINCT 'trace', CAST(`trace` AS TEXT), 0, 0 FROM `trace_sessions`
WHERE `session` IN (SELECT `session` FROM `sessions` WHERE `members` > 1000)
ON CONFLICT (`stage`, `key`) DO NOTHING;
