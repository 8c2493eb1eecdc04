DROP INDEX `queue_waiting`;--> statement-breakpoint
ALTER TABLE `queue` ADD `attempts` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `queue_waiting` ON `queue` (`stage`,`attempts`,`since_us`,`key`,`failure`) WHERE "queue"."failure" IS NULL;--> statement-breakpoint
ALTER TABLE `spans` ADD `batch` integer;--> statement-breakpoint
CREATE INDEX `spans_by_batch` ON `spans` (`batch`);--> statement-breakpoint
ALTER TABLE `case_records` ADD `batch` integer;--> statement-breakpoint
CREATE INDEX `case_records_by_batch` ON `case_records` (`batch`);