DROP INDEX `queue_by_age`;--> statement-breakpoint
CREATE INDEX `queue_waiting` ON `queue` (`stage`,`since_us`,`key`,`failure`) WHERE "queue"."failure" IS NULL;--> statement-breakpoint
CREATE INDEX `queue_failed` ON `queue` (`since_us`,`stage`,`key`) WHERE "queue"."failure" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `cases_by_type` ON `cases` (`case_type`);--> statement-breakpoint
CREATE INDEX `span_findings_by_code` ON `span_findings` (`code`,`span`);--> statement-breakpoint
CREATE INDEX `trace_findings_by_code` ON `trace_findings` (`code`,`trace`);