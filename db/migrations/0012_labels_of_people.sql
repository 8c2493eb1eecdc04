CREATE TABLE `labels` (
	`id` integer PRIMARY KEY NOT NULL,
	`actor` text NOT NULL,
	`case_id` text NOT NULL,
	`evaluator` text NOT NULL,
	`version` integer,
	`kind` text NOT NULL,
	`anchor` text NOT NULL,
	`trace_id` text,
	`span_id` text,
	`said` text NOT NULL,
	`answer` text NOT NULL,
	`reason` text NOT NULL,
	`evidence_hash` text NOT NULL,
	`created_us` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `labels_by_target` ON `labels` (`actor`,`evaluator`,`anchor`);--> statement-breakpoint
CREATE INDEX `labels_by_case` ON `labels` (`case_id`);--> statement-breakpoint
CREATE INDEX `labels_by_span` ON `labels` (`trace_id`,`span_id`);--> statement-breakpoint
CREATE INDEX `labels_by_evaluator` ON `labels` (`evaluator`,`version`);