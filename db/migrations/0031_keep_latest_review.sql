ALTER TABLE `disclosures` ADD `review_id` integer;--> statement-breakpoint
CREATE INDEX `disclosures_reviewed` ON `disclosures` (`review_id`) WHERE "disclosures"."review_id" IS NOT NULL;--> statement-breakpoint
UPDATE `disclosure_reviews` SET `anchor` = coalesce((
	SELECT m.body ->> '$.spans[0]' FROM `disclosures` d
	JOIN `messages` m ON m.case_key = d.case_key AND m.interaction = d.interaction
	WHERE d.case_key = (SELECT c.id FROM `cases` c WHERE c.case_id = `disclosure_reviews`.`case_id`)
		AND d.anchor = `disclosure_reviews`.`anchor` AND d.rule = `disclosure_reviews`.`rule`
		AND json_array_length(m.body, '$.spans') > 0
	ORDER BY m.ordinal LIMIT 1
), `anchor`);
