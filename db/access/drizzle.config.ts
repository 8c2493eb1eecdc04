import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "sqlite",
  schema: "./db/access/schema.ts",
  out: "./db/access/migrations",
});
