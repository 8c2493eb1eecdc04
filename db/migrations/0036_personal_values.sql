CREATE TABLE `personal_values` (
	`case_key` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`is_leaked` integer NOT NULL,
	`type` text,
	`place` text NOT NULL,
	`source` text,
	`span` text NOT NULL,
	`interaction` integer,
	`channel` text NOT NULL,
	`at_us` integer NOT NULL,
	`release` text,
	`is_spans_first` integer NOT NULL,
	PRIMARY KEY(`case_key`, `ordinal`),
	FOREIGN KEY (`case_key`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
