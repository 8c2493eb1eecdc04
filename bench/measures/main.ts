import { measureCasePage, type CasePageOptions } from "./case-page";
import { measureCasesPage, type CasesPageOptions } from "./cases-page";
import { measureFirstPage, type FirstPageOptions } from "./first-page";
import { writeCases, type WriteCasesOptions } from "./write-cases";
import { writeDemoExport, type DemoExportOptions } from "./write-demo-export";
import { copyCases, servePostgres, type CopyCasesOptions } from "./postgres";
import { measureCore, type CoreOptions } from "./core";
import { measureGrowth, type GrowthOptions } from "./growth";
import { measureHostileTexts } from "./hostile-texts";
import { ingestEndlessly, type EndlessOptions } from "./ingest-endlessly";
import { measureReaders, type ReadersOptions } from "./readers";
import { measureReportPages, type ReportPagesOptions } from "./report-pages";

/** Runs one measure in a separate process: `main.mjs <measure> <options as JSON>`; prints its result as JSON. */
const [measure, options = "{}"] = process.argv.slice(2);
console.log(JSON.stringify(await run()));

/** Guarantee: only run.mjs starts this, with the options that each measure declares. */
function run(): Promise<unknown> {
  const given: unknown = JSON.parse(options);
  switch (measure) {
    case "core":
      return measureCore(given as CoreOptions);
    case "growth":
      return measureGrowth(given as GrowthOptions);
    case "write-cases":
      return writeCases(given as WriteCasesOptions);
    case "write-demo-export":
      return writeDemoExport(given as DemoExportOptions);
    case "serve-postgres":
      return servePostgres();
    case "copy-cases":
      return copyCases(given as CopyCasesOptions);
    case "first-page":
      return measureFirstPage(given as FirstPageOptions);
    case "cases-page":
      return measureCasesPage(given as CasesPageOptions);
    case "report-pages":
      return measureReportPages(given as ReportPagesOptions);
    case "case-page":
      return measureCasePage(given as CasePageOptions);
    case "readers":
      return measureReaders(given as ReadersOptions);
    case "hostile-texts":
      return measureHostileTexts();
    case "ingest-endlessly":
      return ingestEndlessly(given as EndlessOptions);
    default:
      throw new Error(`There is no measure "${measure ?? ""}".`);
  }
}
