CREATE TABLE `refusals` (
	`actor` text NOT NULL,
	`network` text NOT NULL,
	`hour` integer NOT NULL,
	`told` integer DEFAULT 0 NOT NULL,
	`left_out` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`actor`, `network`, `hour`)
);
