ALTER TABLE `cases` ADD `teams` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE INDEX `cases_by_region` ON `cases` (`region`);--> statement-breakpoint
CREATE INDEX `cases_by_teams` ON `cases` (`teams`);--> statement-breakpoint
-- Spans that are stored say their teams in attributes that were kept: all are read anew.
INSERT INTO `settings` (`name`, `value`)
  SELECT 'declared_with', '{"version":"before teams","after":null}' WHERE EXISTS (SELECT 1 FROM `spans`)
  ON CONFLICT (`name`) DO UPDATE SET `value` = excluded.`value`;