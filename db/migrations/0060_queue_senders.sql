ALTER TABLE `queue` ADD `sender` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `queue` ADD `paced` integer;--> statement-breakpoint
CREATE INDEX `queue_senders` ON `queue` (`sender`,`stage`,`paced`,`since_us`,`failure`) WHERE "queue"."failure" IS NULL;