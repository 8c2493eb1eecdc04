import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, it } from "vitest";
import { casesCodec } from "@/lib/analytics/filter/cases-query";
import { openApiDocument } from "./openapi";
import { apiCasesCodec, apiMetricsCodec } from "./url";

/** Rewritten by `npx vitest run lib/pages/api/openapi.test.ts -u`. */
it("the served file describes the API as it is", async () => {
  const text = `${JSON.stringify(openApiDocument(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot("../../../public/openapi.json");
});

it("the file is a valid description in OpenAPI 3.1", async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(asObject(openApiDocument()));
  expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  expect(validator.version).toBe("3.1");
});

it("every parameter that is read is described, and no other", () => {
  expect(described("/api/v1/cases")).toEqual([...apiCasesCodec.names].sort());
  expect(described("/api/v1/metrics")).toEqual([...apiMetricsCodec.names].sort());
  expect(described("/api/v1/metrics")).toEqual([...casesCodec.names, "workspace"].sort());
});

type Operation = { readonly get: { readonly parameters: readonly { readonly $ref: string }[] } };

function described(path: string): string[] {
  const { paths } = asObject(openApiDocument()) as { paths: Readonly<Record<string, Operation>> };
  return (paths[path]?.get.parameters ?? [])
    .map(({ $ref }) => $ref.replace("#/components/parameters/", ""))
    .sort();
}

function asObject(document: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(document)) as Record<string, unknown>;
}
