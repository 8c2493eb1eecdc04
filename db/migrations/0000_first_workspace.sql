CREATE TABLE `contents` (
	`id` integer PRIMARY KEY NOT NULL,
	`hash` blob NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contents_hash_unique` ON `contents` (`hash`);--> statement-breakpoint
CREATE TABLE `declarations` (
	`id` integer PRIMARY KEY NOT NULL,
	`hash` blob NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `declarations_hash_unique` ON `declarations` (`hash`);--> statement-breakpoint
CREATE TABLE `identities` (
	`id` integer PRIMARY KEY NOT NULL,
	`hash` blob NOT NULL,
	`case_id` text,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `identities_hash_unique` ON `identities` (`hash`);--> statement-breakpoint
CREATE INDEX `identities_by_case` ON `identities` (`case_id`);--> statement-breakpoint
CREATE TABLE `spans` (
	`id` integer PRIMARY KEY NOT NULL,
	`trace` integer NOT NULL,
	`span_id` text NOT NULL,
	`parent_span_id` text,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`part` text NOT NULL,
	`status` text NOT NULL,
	`start_us` integer NOT NULL,
	`end_us` integer NOT NULL,
	`attribute_count` integer NOT NULL,
	`content_hash` blob NOT NULL,
	`declared` integer,
	`identity` integer,
	`model` text,
	`prompt_name` text,
	`prompt_version` text,
	`tool_name` text,
	`is_tool_error` integer NOT NULL,
	`is_text_stripped` integer NOT NULL,
	`is_speaking` integer NOT NULL,
	`system` integer,
	`input` text,
	`output` text,
	`extra` text,
	`resource` integer,
	`detail` text NOT NULL,
	FOREIGN KEY (`trace`) REFERENCES `traces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`declared`) REFERENCES `declarations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`identity`) REFERENCES `identities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`system`) REFERENCES `contents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resource`) REFERENCES `contents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `spans_by_identity` ON `spans` (`identity`);--> statement-breakpoint
CREATE UNIQUE INDEX `spans_by_trace` ON `spans` (`trace`,`span_id`);--> statement-breakpoint
CREATE TABLE `trace_sessions` (
	`session` text NOT NULL,
	`trace` integer NOT NULL,
	`facts` text NOT NULL,
	PRIMARY KEY(`session`, `trace`),
	FOREIGN KEY (`trace`) REFERENCES `traces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `trace_sessions_by_trace` ON `trace_sessions` (`trace`);--> statement-breakpoint
CREATE TABLE `traces` (
	`id` integer PRIMARY KEY NOT NULL,
	`trace_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `traces_trace_id_unique` ON `traces` (`trace_id`);--> statement-breakpoint
CREATE TABLE `case_records` (
	`hash` blob PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`merged_into` text,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `case_records_by_case` ON `case_records` (`case_id`);--> statement-breakpoint
CREATE TABLE `cases` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`customer_id` text,
	`case_type` text,
	`intent` text,
	`risk` text,
	`region` text,
	`channels` text NOT NULL,
	`agent_kinds` text NOT NULL,
	`releases` text NOT NULL,
	`touchpoints` integer NOT NULL,
	`interactions` integer NOT NULL,
	`handoffs` integer NOT NULL,
	`messages` integer NOT NULL,
	`spans` integer NOT NULL,
	`opened_us` integer,
	`last_contact_us` integer,
	`closed_us` integer,
	`closed_from` text,
	`reopened_us` integer,
	`mature_us` integer,
	`closure_method` text NOT NULL,
	`evidence` text NOT NULL,
	`closure_because` text NOT NULL,
	`closure_quotes` text NOT NULL,
	`csat` real,
	`merged_into` text,
	`has_transcript` integer NOT NULL,
	`repeat_us` integer,
	`repeat_case_id` text,
	`findings` text NOT NULL,
	`derived_with` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_case_id_unique` ON `cases` (`case_id`);--> statement-breakpoint
CREATE INDEX `cases_by_customer` ON `cases` (`customer_id`,`opened_us`);--> statement-breakpoint
CREATE INDEX `cases_by_last_contact` ON `cases` (`last_contact_us`,`id`);--> statement-breakpoint
CREATE INDEX `cases_by_opened` ON `cases` (`opened_us`,`id`);--> statement-breakpoint
CREATE TABLE `handoffs` (
	`case_key` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`case_key`, `ordinal`),
	FOREIGN KEY (`case_key`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `interactions` (
	`case_key` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`channel` text NOT NULL,
	`start_us` integer NOT NULL,
	`end_us` integer NOT NULL,
	`is_touchpoint` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`case_key`, `ordinal`),
	FOREIGN KEY (`case_key`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `interactions_by_channel` ON `interactions` (`channel`,`case_key`);--> statement-breakpoint
CREATE TABLE `messages` (
	`case_key` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`interaction` integer NOT NULL,
	`speaker` text NOT NULL,
	`at_us` integer NOT NULL,
	`content` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`case_key`, `ordinal`),
	FOREIGN KEY (`case_key`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`content`) REFERENCES `contents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `scores` (
	`id` integer PRIMARY KEY NOT NULL,
	`case_key` integer NOT NULL,
	`evaluator` text NOT NULL,
	`version` integer,
	`target_kind` text NOT NULL,
	`target_ordinal` integer,
	`target_span` text,
	`interaction` integer,
	`channel` text,
	`prompt_version` text,
	`status` text NOT NULL,
	`value` real,
	`because` text NOT NULL,
	`evidence` text NOT NULL,
	FOREIGN KEY (`case_key`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `scores_by_case` ON `scores` (`case_key`);--> statement-breakpoint
CREATE TABLE `batches` (
	`id` integer PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`received_us` integer NOT NULL,
	`accepted` integer NOT NULL,
	`duplicate` integer NOT NULL,
	`rejected` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `content_pii` (
	`content` integer NOT NULL,
	`start` integer NOT NULL,
	`type` text NOT NULL,
	`pseudonym` text NOT NULL,
	PRIMARY KEY(`content`, `start`),
	FOREIGN KEY (`content`) REFERENCES `contents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `queue` (
	`stage` text NOT NULL,
	`key` text NOT NULL,
	`mark` integer NOT NULL,
	`since_us` integer NOT NULL,
	PRIMARY KEY(`stage`, `key`)
);
--> statement-breakpoint
CREATE INDEX `queue_by_age` ON `queue` (`stage`,`since_us`,`key`);--> statement-breakpoint
CREATE TABLE `rejects` (
	`id` integer PRIMARY KEY NOT NULL,
	`batch` integer NOT NULL,
	`place` text NOT NULL,
	`reason` text NOT NULL,
	`spans` integer NOT NULL,
	FOREIGN KEY (`batch`) REFERENCES `batches`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `rejects_by_batch` ON `rejects` (`batch`);--> statement-breakpoint
CREATE TABLE `sequence` (
	`id` integer PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `span_findings` (
	`span` integer NOT NULL,
	`code` text NOT NULL,
	`detail` text NOT NULL,
	FOREIGN KEY (`span`) REFERENCES `spans`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `span_findings_by_span` ON `span_findings` (`span`);--> statement-breakpoint
CREATE TABLE `span_pii` (
	`span` integer NOT NULL,
	`place` text NOT NULL,
	`type` text NOT NULL,
	`pseudonym` text NOT NULL,
	FOREIGN KEY (`span`) REFERENCES `spans`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `span_pii_by_span` ON `span_pii` (`span`);--> statement-breakpoint
CREATE TABLE `trace_findings` (
	`trace` integer NOT NULL,
	`code` text NOT NULL,
	`detail` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `trace_findings_by_trace` ON `trace_findings` (`trace`);--> statement-breakpoint
CREATE TABLE `overrides` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`created_us` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
