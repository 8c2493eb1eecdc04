ALTER TABLE `gate_verdicts` ADD `signed_by` text;--> statement-breakpoint
ALTER TABLE `gate_verdicts` ADD `signed_name` text;--> statement-breakpoint
ALTER TABLE `gate_verdicts` ADD `signed_us` integer;--> statement-breakpoint
ALTER TABLE `gate_verdicts` ADD `signed_reason` text;--> statement-breakpoint
ALTER TABLE `gate_verdicts` ADD `signed_hash` text;