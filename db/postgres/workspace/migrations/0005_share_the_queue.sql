DROP INDEX "queue_waiting";--> statement-breakpoint
ALTER TABLE "queue" ADD COLUMN "flow" bigint;--> statement-breakpoint
ALTER TABLE "queue" ADD COLUMN "round" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "queue_flows" ON "queue" USING btree ("stage","flow","round") WHERE "flow" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "queue_waiting" ON "queue" USING btree ("stage","attempts","round","since_us","key","failure") WHERE "failure" IS NULL;