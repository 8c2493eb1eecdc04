CREATE TABLE `departed_traces` (
	`batch` integer NOT NULL,
	`trace` integer NOT NULL,
	`identity` integer NOT NULL,
	PRIMARY KEY(`batch`, `trace`, `identity`)
);
