ALTER TABLE `cases` ADD `model_calls` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `cases` ADD `input_tokens` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `output_tokens` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `model_cost_usd` real;--> statement-breakpoint
ALTER TABLE `cases` ADD `model_us` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `slowest_call_us` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `first_token_us` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `slowest_first_token_us` integer;