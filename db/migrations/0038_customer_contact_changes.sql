ALTER TABLE `customer_changes` RENAME COLUMN `opened_us` TO `contact_us`;
