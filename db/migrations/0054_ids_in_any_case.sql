DROP INDEX `cases_by_typed_id`;--> statement-breakpoint
DROP INDEX `cases_by_typed_customer`;--> statement-breakpoint
CREATE INDEX `cases_by_typed_id` ON `cases` (lower("case_id"));--> statement-breakpoint
CREATE INDEX `cases_by_typed_customer` ON `cases` (lower("customer_id"));