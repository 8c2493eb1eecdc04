CREATE TABLE `promises` (
	`case_key` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`channel` text NOT NULL,
	`message` integer NOT NULL,
	`made_by` text NOT NULL,
	`kind` text NOT NULL,
	`what` text NOT NULL,
	`made_us` integer NOT NULL,
	`due_us` integer,
	`due_words` text NOT NULL,
	`status` text NOT NULL,
	`settled_us` integer,
	`received` text,
	PRIMARY KEY(`case_key`, `ordinal`),
	FOREIGN KEY (`case_key`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `handoffs` ADD `from_channel` text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `to_channel` text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `from_kind` text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `to_kind` text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `initiator` text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `at_us` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `gap_us` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `verdict` text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `facts` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `packet` text;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `release` text;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `team` text;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `context` real;--> statement-breakpoint
ALTER TABLE `interactions` ADD `initiator` text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE `interactions` ADD `is_transferred` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `interactions` ADD `team` text;--> statement-breakpoint
ALTER TABLE `interactions` ADD `release` text;--> statement-breakpoint
ALTER TABLE `interactions` ADD `agents` text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE `interactions` ADD `resolution` real;--> statement-breakpoint
ALTER TABLE `interactions` ADD `answer_us` integer;--> statement-breakpoint
ALTER TABLE `interactions` ADD `human_answer_us` integer;--> statement-breakpoint
ALTER TABLE `interactions` ADD `handled_us` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `interactions` ADD `human_us` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `interactions` ADD `notes` text DEFAULT 'unseen' NOT NULL;--> statement-breakpoint
ALTER TABLE `interactions` ADD `prompt` text;--> statement-breakpoint
ALTER TABLE `interactions` ADD `persona` real;--> statement-breakpoint
ALTER TABLE `interactions` ADD `style` text;--> statement-breakpoint
ALTER TABLE `interactions` ADD `grounded` real;--> statement-breakpoint
ALTER TABLE `interactions` ADD `faithful` real;--> statement-breakpoint
ALTER TABLE `interactions` ADD `frustration` real;--> statement-breakpoint
ALTER TABLE `interactions` ADD `politeness` real;--> statement-breakpoint
ALTER TABLE `interactions` ADD `disclosures` text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE `interactions` ADD `escalation` text;--> statement-breakpoint
UPDATE `interactions` SET
  `initiator` = coalesce(`body` ->> '$.initiator', 'unknown'),
  `is_transferred` = coalesce(`body` ->> '$.isTransferred', 0),
  `team` = `body` ->> '$.team',
  `body` = json_remove(`body`, '$.initiator', '$.isTransferred', '$.team');--> statement-breakpoint
UPDATE `interactions` SET
  `agents` = r.value ->> '$[4]',
  `resolution` = r.value ->> '$[7]',
  `answer_us` = r.value ->> '$[8]',
  `human_answer_us` = r.value ->> '$[9]',
  `handled_us` = r.value ->> '$[10]',
  `human_us` = r.value ->> '$[11]',
  `notes` = r.value ->> '$[12]',
  `prompt` = r.value ->> '$[13]',
  `release` = r.value ->> '$[14]',
  `persona` = r.value ->> '$[15]',
  `style` = r.value ->> '$[16]',
  `grounded` = r.value ->> '$[17]',
  `faithful` = r.value ->> '$[18]',
  `frustration` = r.value ->> '$[19]',
  `politeness` = r.value ->> '$[20]',
  `disclosures` = coalesce(r.value ->> '$[21]', 'none'),
  `escalation` = r.value ->> '$[22]'
FROM `cases` AS c, json_each(c.`contact_rows`) AS r
WHERE c.`id` = `interactions`.`case_key` AND r.value ->> '$[0]' = `interactions`.`ordinal`;--> statement-breakpoint
UPDATE `handoffs` SET
  `from_kind` = coalesce(`body` ->> '$.fromKind', 'unknown'),
  `to_kind` = coalesce(`body` ->> '$.toKind', 'unknown'),
  `initiator` = coalesce(`body` ->> '$.initiator', 'unknown'),
  `gap_us` = coalesce(`body` ->> '$.gapUs', 0),
  `team` = `body` ->> '$.toTeam',
  `body` = json_remove(`body`, '$.fromKind', '$.toKind', '$.initiator', '$.gapUs', '$.toTeam');--> statement-breakpoint
UPDATE `handoffs` SET
  `from_channel` = r.value ->> '$[2]',
  `to_channel` = r.value ->> '$[3]',
  `at_us` = r.value ->> '$[7]',
  `verdict` = r.value ->> '$[9]',
  `facts` = r.value ->> '$[10]',
  `packet` = r.value ->> '$[11]',
  `release` = r.value ->> '$[12]',
  `context` = r.value ->> '$[14]'
FROM `cases` AS c, json_each(c.`handoff_rows`) AS r
WHERE c.`id` = `handoffs`.`case_key` AND r.value ->> '$[0]' = `handoffs`.`ordinal`;--> statement-breakpoint
INSERT INTO `promises` (`case_key`, `ordinal`, `channel`, `message`, `made_by`, `kind`, `what`, `made_us`,
  `due_us`, `due_words`, `status`, `settled_us`, `received`)
SELECT c.`id`, r.value ->> '$[0]', r.value ->> '$[1]', r.value ->> '$[2]', r.value ->> '$[3]',
  r.value ->> '$[4]', r.value ->> '$[5]', r.value ->> '$[6]', r.value ->> '$[7]', r.value ->> '$[8]',
  r.value ->> '$[9]', r.value ->> '$[10]', r.value ->> '$[11]'
FROM `cases` AS c, json_each(c.`promise_rows`) AS r;--> statement-breakpoint
ALTER TABLE `cases` DROP COLUMN `contact_rows`;--> statement-breakpoint
ALTER TABLE `cases` DROP COLUMN `handoff_rows`;--> statement-breakpoint
ALTER TABLE `cases` DROP COLUMN `promise_rows`;