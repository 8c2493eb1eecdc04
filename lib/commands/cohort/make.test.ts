import { afterAll, expect, it } from "vitest";
import { fillFolder } from "@/lib/testing/fill-folder";
import { recordedCalls } from "@/lib/testing/review-calls";
import { createScratch } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { asLines } from "@/lib/testing/spans/otlp";

const scratch = createScratch();
afterAll(() => scratch.remove());

async function production(): Promise<string> {
  const data = scratch.folder();
  await fillFolder(data, asLines(recordedCalls(0, 8)));
  return data;
}

it("makes a cohort of a list, a sample of it, or ids", async () => {
  const data = await production();
  const make = (...args: readonly string[]) => runCommand(["cohort", "make", ...args], { data });
  expect((await make("--name", "all", "--filter", "period=all")).stdout).toMatch(
    /^all@1: 8 cases, /u,
  );
  const sample = ["--filter", "period=all", "--sample", "3", "--seed", "7"];
  const drawn = await make("--name", "some", ...sample);
  expect(drawn.stdout).toMatch(/^some@1: 3 cases, /u);
  expect((await make("--name", "some", ...sample)).stdout).toBe(drawn.stdout);
  const ids = scratch.file("ids.txt", "C-1\r\nC-2\n\nC-1\n");
  expect((await make("--name", "some", "--cases", ids)).stdout).toMatch(/^some@2: 2 cases, /u);
  const exported = await runCommand(["cohort", "export", "some"], { data });
  expect(exported.stdout).toMatch(
    /"id":"[a-z-]+-[0-9a-f]{8}","cluster":"c1","channels":\["voice"\].*"source":"C-1"/u,
  );
  expect(exported.stdout).toContain("My parcel is late, where is it?");
});

it("says in one sentence what is wrong", async () => {
  const data = await production();
  const said = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await runCommand(["cohort", "make", ...args], { data });
    expect([code, stdout]).toEqual([2, ""]);
    return stderr.trimEnd();
  };
  const ids = scratch.file("ids.txt", "C-1\nC-99\n");
  expect(await said("--name", "x")).toMatch(/--cases or --filter/u);
  expect(await said("--name", "x", "--cases", ids)).toContain("C-99");
  expect(await said("--name", "x", "--filter", "colour=red")).toMatch(/^--filter .*: colour;/u);
  expect(await said("--name", "x", "--filter", "period=all", "--sample", "0")).toMatch(
    /^--sample is 0; .* 1 to 2000/u,
  );
});
