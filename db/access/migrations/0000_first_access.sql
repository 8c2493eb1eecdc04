CREATE TABLE `accounts` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`scope` text,
	`password_hash` text,
	`issuer` text,
	`subject` text,
	`created_us` integer NOT NULL,
	`disabled_us` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_public_id_unique` ON `accounts` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_email_unique` ON `accounts` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_by_subject` ON `accounts` (`issuer`,`subject`);--> statement-breakpoint
CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at_us` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`workspace` text,
	`target` text,
	`network` text NOT NULL,
	`before` text,
	`after` text,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_by_time` ON `audit` (`at_us`);--> statement-breakpoint
CREATE INDEX `audit_by_actor` ON `audit` (`actor`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_by_action` ON `audit` (`action`,`seq`);--> statement-breakpoint
CREATE TABLE `password_links` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`account_id` integer,
	`expires_us` integer NOT NULL,
	`used_us` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`key_hash` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`account_id` integer,
	`demo_role` text,
	`created_us` integer NOT NULL,
	`seen_us` integer NOT NULL,
	`expires_us` integer NOT NULL,
	`revoked_us` integer,
	`network` text NOT NULL,
	`device` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_public_id_unique` ON `sessions` (`public_id`);--> statement-breakpoint
CREATE INDEX `sessions_by_account` ON `sessions` (`account_id`);--> statement-breakpoint
CREATE TABLE `sign_in_tries` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`last_us` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `tokens` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`name` text NOT NULL,
	`permissions` text NOT NULL,
	`secret_hash` text NOT NULL,
	`created_us` integer NOT NULL,
	`expires_us` integer,
	`revoked_us` integer,
	`used_us` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tokens_public_id_unique` ON `tokens` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `tokens_secret_hash_unique` ON `tokens` (`secret_hash`);--> statement-breakpoint
CREATE TRIGGER `audit_is_never_changed` BEFORE UPDATE ON `audit` BEGIN SELECT RAISE(ABORT, 'The audit is only added to.'); END;--> statement-breakpoint
CREATE TRIGGER `audit_is_never_removed` BEFORE DELETE ON `audit` BEGIN SELECT RAISE(ABORT, 'The audit is only added to.'); END;
