CREATE INDEX `cases_by_typed_id` ON `cases` ("case_id" COLLATE NOCASE);--> statement-breakpoint
CREATE INDEX `cases_by_typed_customer` ON `cases` ("customer_id" COLLATE NOCASE);