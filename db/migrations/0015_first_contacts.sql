ALTER TABLE `cases` ADD `contained_us` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `second_contact_us` integer;