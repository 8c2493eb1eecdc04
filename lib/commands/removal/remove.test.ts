import { afterAll, expect, it } from "vitest";
import { fillFolder } from "@/lib/testing/fill-folder";
import { asLines } from "@/lib/testing/spans/otlp";
import { createScratch } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { supportCase } from "@/lib/testing/spans/support-case";

const scratch = createScratch();
afterAll(() => scratch.remove());

it("removes only what was requested and confirmed, and audits who did it", async () => {
  const data = scratch.folder();
  const requests = ["1", "2"].map((mark) =>
    supportCase({
      caseId: `C-${mark}`,
      idSuffix: mark,
      startUs: Date.parse("2026-10-10T09:00:00Z") * 1000,
      messages: [{ who: "customer", text: "Where is my parcel?" }],
    }),
  );
  await fillFolder(data, asLines(requests));
  const remove = (...args: string[]) => runCommand(["remove", ...args], { data });
  expect(await remove("case", "C-1", "--dry-run")).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Would .* 2 spans, of 1 case\./u) as string,
  });
  const unasked = await remove("case", "C-1");
  expect([unasked.code, unasked.stderr]).toEqual([
    2,
    expect.stringMatching(/ 2 spans, of 1 case .* --yes\.\n$/u),
  ]);
  expect(await remove("case", "C-1", "--yes")).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Removed 2 spans, of 1 case; 0 texts/u) as string,
  });
  expect(await remove("batch", "1", "--yes")).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Removed 2 spans, of 1 case; 2 texts/u) as string,
  });
  const gone = await remove("case", "C-2", "--yes");
  expect([gone.code, gone.stderr]).toEqual([2, expect.stringContaining("C-2")]);
  expect((await runCommand(["verify-audit"], { data })).code).toBe(0);
});
