CREATE TABLE `case_knowledge` (
	`case_key` integer PRIMARY KEY NOT NULL,
	`body` blob NOT NULL,
	FOREIGN KEY (`case_key`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
