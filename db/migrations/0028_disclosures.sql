CREATE TABLE `disclosures` (
	`case_key` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`interaction` integer NOT NULL,
	`rule` text NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`channel` text NOT NULL,
	`at_us` integer NOT NULL,
	`agents` text NOT NULL,
	`release` text,
	`message` integer,
	`words` text,
	`because` text NOT NULL,
	PRIMARY KEY(`case_key`, `ordinal`),
	FOREIGN KEY (`case_key`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
