import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { asLines } from "@/lib/testing/spans/otlp";
import { createScratch, runCli } from "@/lib/testing/run-cli";
import { syntheticExport } from "@/lib/testing/spans/synthetic-export";

const scratch = createScratch();
afterAll(() => scratch.remove());

it("says busy with exit code 3 where another process keeps the workspace to itself for over a minute", async () => {
  const data = scratch.folder();
  await runCli(["migrate"], { data });
  const holder = connect(join(data, "main.db"), "writer");
  holder.exec("BEGIN IMMEDIATE");
  const input = asLines(syntheticExport(41, 3).requests);
  const { code, stderr } = await runCli(["ingest", "-"], { data, input });
  holder.close();
  expect({ code, stderr }).toMatchObject({ code: 3 });
  expect(stderr).toMatch(/Another process is writing/);
}, 120_000);
