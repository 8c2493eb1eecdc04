CREATE TABLE `sealed_originals` (
	`span` integer PRIMARY KEY NOT NULL,
	`sealed_us` integer NOT NULL,
	`box` blob NOT NULL,
	FOREIGN KEY (`span`) REFERENCES `spans`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sealed_originals_by_time` ON `sealed_originals` (`sealed_us`);