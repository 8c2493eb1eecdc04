CREATE TABLE "act_readings" (
	"hash" text COLLATE "C" PRIMARY KEY NOT NULL,
	"reader" text COLLATE "C" NOT NULL,
	"acts" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE INDEX "act_readings_by_reader" ON "act_readings" USING btree ("reader");