CREATE TABLE `act_readings` (
	`hash` text PRIMARY KEY NOT NULL,
	`reader` text NOT NULL,
	`acts` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `act_readings_by_reader` ON `act_readings` (`reader`);