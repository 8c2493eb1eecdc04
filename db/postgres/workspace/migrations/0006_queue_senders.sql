ALTER TABLE "queue" ADD COLUMN "sender" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "queue" ADD COLUMN "paced" bigint;--> statement-breakpoint
CREATE INDEX "queue_senders" ON "queue" USING btree ("sender","stage","paced","since_us","failure") WHERE "failure" IS NULL;