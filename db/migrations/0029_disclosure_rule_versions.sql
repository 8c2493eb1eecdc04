CREATE TABLE `disclosure_rule_versions` (
	`rule` text NOT NULL,
	`version` integer NOT NULL,
	`published_us` integer NOT NULL,
	`published_by` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`rule`, `version`)
);
