CREATE TABLE `approved_personas` (
	`version` integer PRIMARY KEY NOT NULL,
	`approved_us` integer NOT NULL,
	`approved_by` text NOT NULL,
	`terms` text NOT NULL
);
--> statement-breakpoint
INSERT INTO `approved_personas` (`version`, `approved_us`, `approved_by`, `terms`)
SELECT `value` ->> '$.persona.version', `value` ->> '$.persona.approval.atUs',
	`value` ->> '$.persona.approval.by', `value` -> '$.persona.terms'
FROM `settings`
WHERE `name` = 'settings' AND `value` ->> '$.persona.approval.atUs' IS NOT NULL;
