import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./db/postgres/workspace/schema.ts",
  out: "./db/postgres/workspace/migrations",
});
