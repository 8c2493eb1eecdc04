DROP INDEX `queue_waiting`;--> statement-breakpoint
ALTER TABLE `queue` ADD `flow` integer;--> statement-breakpoint
ALTER TABLE `queue` ADD `round` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `queue_flows` ON `queue` (`stage`,`flow`,`round`) WHERE "queue"."flow" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `queue_waiting` ON `queue` (`stage`,`attempts`,`round`,`since_us`,`key`,`failure`) WHERE "queue"."failure" IS NULL;