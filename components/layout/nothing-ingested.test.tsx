import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { NoCasesYet } from "./nothing-ingested";

it("says how to send traces of one's own, by file and by HTTP", () => {
  const html = renderToStaticMarkup(<NoCasesYet will="Cases appear here." />);
  expect(html).toContain("Cases appear here.");
  expect(html).toContain("npx throughline ingest &lt;file&gt;");
  expect(html).toContain("POST /v1/traces");
  expect(html).toContain("case_id");
});
