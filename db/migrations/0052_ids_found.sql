CREATE INDEX `spans_by_span_id` ON `spans` (`span_id`);--> statement-breakpoint
CREATE INDEX `cases_by_bare_id` ON `cases` (lower(replace("case_id", '-', '')));