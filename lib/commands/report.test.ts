import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { nowUs } from "@/lib/clock/server";
import { fillFolder } from "@/lib/testing/fill-folder";
import { asLines } from "@/lib/testing/spans/otlp";
import { createScratch } from "@/lib/testing/run-cli";
import { runCommand } from "@/lib/testing/run-command";
import { supportCase } from "@/lib/testing/spans/support-case";

const scratch = createScratch();
afterAll(() => scratch.remove());

const october = Date.parse("2026-10-10T09:00:00Z") * 1000;
const november = Date.parse("2026-11-20T09:00:00Z") * 1000;
const report = ["report", "--period", "last-month", "--as-of", "2026-11-21T00:00:00Z"];

/** A data folder with two cases in October and one in November. */
const data = scratch.folder();
beforeAll(async () => {
  const requests = [october, october, november].map((startUs, at) =>
    supportCase({
      ...{ caseId: `C-${String(at)}`, idSuffix: String(at), startUs },
      messages: [{ who: "customer", text: "Where is my <parcel>?" }],
      attributes: { "case.type": "<script>alert(1)</script>" },
    }),
  );
  await fillFolder(data, asLines(requests));
});

it("writes a period's Overview as one file, the same one each time", async () => {
  const written = async (name: string, ...more: string[]) => {
    const out = join(data, name);
    const { code, stdout, stderr } = await runCommand([...report, "--out", out, ...more], { data });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(`Written to ${out}.`);
    return readFileSync(out, "utf8");
  };
  const html = await written("one.html");
  expect(html).toContain("1 Oct 2026 – 31 Oct 2026");
  expect(html).toContain("None of 2 cases");
  expect(html).not.toMatch(/<script|<link|https?:|href=/);
  expect(await written("two.html")).toBe(html);
  const linked = await written("three.html", "--url", "https://throughline.example");
  expect(linked).toContain('href="https://throughline.example/cases?');
  expect(await written("four.html", "--url", "https://throughline.example/")).toBe(linked);
});

it("writes the board's page first and what figures rest on last, and less between in a digest", async () => {
  const written = async (...more: string[]) => {
    const out = join(data, "report.html");
    await runCommand([...report, "--out", out, "--url", "https://t.example", ...more], { data });
    return readFileSync(out, "utf8");
  };
  const [whole, digest] = [await written(), await written("--digest")];
  for (const html of [whole, digest]) {
    const at = (text: string) => html.indexOf(text);
    expect(at("<h1>")).toBeGreaterThan(0);
    expect(at("What we ask for")).toBeGreaterThan(at("<h1>"));
    expect(at("What stands out")).toBeLessThan(at("<main>"));
    expect(at("<dt>Data</dt>")).toBeGreaterThan(at("</main>"));
    expect(html.match(/https?:\/\/[^/"]+/gu)?.every((url) => url === "https://t.example")).toBe(
      true,
    );
  }
  expect(digest.length).toBeLessThan(whole.length);
  expect(digest).toContain(
    "compared with September 2026 (31 days against 30; data begin 10 Oct 2026)",
  );
  expect(digest).toContain("The whole report");
  expect(whole).toContain("size=digest");
});

it("exports the cases of a period of the same name", async () => {
  const exported = async (period: string) => {
    const asOf = ["--as-of", "2026-11-21T00:00:00Z"];
    const { code, stdout } = await runCommand(["export", "cases", "--period", period, ...asOf], {
      data,
    });
    expect(code).toBe(0);
    return stdout.match(/"case_id":"[^"]+"/gu);
  };
  expect(await exported("last-month")).toEqual(['"case_id":"C-0"', '"case_id":"C-1"']);
  expect(await exported("this-month")).toEqual(['"case_id":"C-2"']);
  expect(await exported("2026-10-01..")).toHaveLength(3);
});

it("leads with what to send where too few cases say how they ended, and leaves resolution out", async () => {
  const out = join(data, "report.html");
  await runCommand([...report, "--out", out], { data });
  const html = readFileSync(out, "utf8");
  expect(html).toContain("these data can’t say how many were resolved");
  expect(html.indexOf("Set case.event to closed")).toBeLessThan(
    html.indexOf("Contacts per case by first channel"),
  );
  expect(html).not.toMatch(
    /<p>Case resolution<\/p>|Case resolution by|\b0 of [\d,]+ cases? old enough to judge/u,
  );
});

it("says what is wrong with a period or a filter, and writes nothing", async () => {
  const refused = (...args: string[]) =>
    runCommand(["report", "--out", join(data, "x.html"), ...args], { data });
  expect(await refused("--period", "soon")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("last-week") as string,
  });
  expect(await refused("--period", "30d", "--filter", "colour=red")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("colour") as string,
  });
  const filtered = async (filter: string) =>
    (await refused("--period", "30d", "--filter", filter)).stderr;
  expect(await filtered("period=7d")).toMatch(/ a period: period, .* --period\.\n$/u);
  expect(await filtered("type=x&from=2026-10-01&to=2026-10-31")).toContain("a period: from, to,");
  expect(await filtered("channel=chat&channel=fax&compare=never")).toMatch(
    /: channel=fax, compare=never\.\n$/u,
  );
  expect(await refused("--period", "30d", "--url", "javascript:alert(1)")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("begins with http: or https:") as string,
  });
  expect(() => readFileSync(join(data, "x.html"))).toThrow();
});

it("refuses an instant that a contact came after, since it would be counted, and takes the one it names", async () => {
  const data = scratch.folder();
  const requests = ["2025-10-10", "2025-11-10", "2025-11-30"].map((day, at) =>
    supportCase({
      ...{ caseId: `C-${String(at)}`, idSuffix: `${String(at)}1` },
      startUs: Date.parse(`${day}T09:00:00.250Z`) * 1000,
      messages: [{ who: "customer", text: "Where is my parcel?" }],
    }),
  );
  await fillFolder(data, asLines(requests));
  const out = join(data, "report.html");
  const asOf = (instant: string) =>
    runCommand(["report", "--period", "all", "--as-of", instant, "--out", out], { data });
  expect(await asOf("2025-11-20T00:00:00Z")).toEqual({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(
      /^--as-of 2025-11-20T00:00:00Z .*, 2025-11-30T09:00:16Z: /u,
    ) as string,
  });
  expect(() => readFileSync(out)).toThrow();
  expect(await asOf("2025-11-30T09:00:16Z")).toMatchObject({ code: 0, stderr: "" });
  expect(readFileSync(out, "utf8")).toContain("10 Oct 2025 – 30 Nov 2025");
});

it("refuses nothing where no instant is given, though an exporter's clock runs ahead", async () => {
  const data = scratch.folder();
  const startUs = nowUs() + 2 * 3_600_000_000;
  const sayings = [{ who: "customer" as const, text: "Where is my parcel?" }];
  const sent = supportCase({ caseId: "C-1", idSuffix: "1", startUs, messages: sayings });
  await fillFolder(data, asLines([sent]));
  const out = join(data, "report.html");
  const report = ["report", "--period", "all", "--out", out];
  expect(await runCommand(report, { data })).toMatchObject({ code: 0, stderr: "" });
  const { code, stderr } = await runCommand(
    [...report, "--as-of", new Date(nowUs() / 1000).toISOString()],
    {
      data,
    },
  );
  expect([code, stderr]).toEqual([2, expect.stringContaining("lies before the newest contact")]);
});

it("says the same of a change in the sentence, the figure and what it is made of", async () => {
  const data = scratch.folder();
  // Six customers a month with ten types of case each: an effective sample of six, not 60.
  const rows = [
    { month: 8, solved: 2 },
    { month: 9, solved: 4 },
  ].flatMap(({ month, solved }) =>
    Array.from({ length: 60 }, (_, at) => {
      const customer = at % 6;
      const day = `2026-0${String(month)}-${String(2 + Math.floor(at / 6)).padStart(2, "0")}`;
      const code = customer < solved ? "solved" : "no_response";
      const names = `K-${String(month)}-${String(at)},${String(month)}-${String(customer)},kind ${String(Math.floor(at / 6))}`;
      return `${names},${day}T09:00:00Z,${day}T15:00:00Z,${code}`;
    }),
  );
  const head = "case_id,customer_id,case_type,opened_at,closed_at,closure_code";
  await fillFolder(data, [head, ...rows].join("\n"));
  const out = join(data, "report.html");
  const period = ["--period", "2026-09-01..2026-09-30", "--as-of", "2026-11-21T00:00:00Z"];
  const { stdout } = await runCommand(["report", ...period, "--out", out], { data });
  expect(stdout).toMatch(/67% .*, no clear change/u);
  const html = readFileSync(out, "utf8");
  const [, range] = /\+33 points (\(−\d+ to \+\d+\))/u.exec(html) ?? [];
  expect(range).toBeDefined();
  expect(html).toContain(`+33.3 points ${range ?? ""} in case resolution`);
});
