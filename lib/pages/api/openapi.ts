import { z } from "zod";
import { caseDetailSchema } from "@/lib/analytics/exports/case-detail-schema";
import { exportedCaseSchema } from "@/lib/analytics/exports/case-schema";
import { exportedMetricSchema } from "@/lib/analytics/exports/metric-schema";
import { facetEntry, facetNames } from "@/lib/analytics/facets/registry";
import { defaultPeriod, namedPeriods } from "@/lib/analytics/filter/period";
import { workspaceNames } from "@/lib/domain/workspace";
import { casesPageSchema, metricsAnswerSchema, problemSchema } from "./answer-schema";
import { casesLimitMax, casesLimitUsual, looksOnly } from "./url";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The description of the API that `public/openapi.json` holds (OpenAPI 3.1), from the schemas of the answers. */
export function openApiDocument(): Json {
  return {
    openapi: "3.1.1",
    info: {
      title: "Throughline",
      version: "1",
      summary: "Cases and figures, to read.",
      description: `Send a token as \`Authorization: Bearer\`; the page Access makes one, and so does \`npx throughline token add NAME --may export\` (\`--may export view-text\` for what was said, \`--region\` and \`--team\` for some cases only). Every answer is of one instant, \`as_of\`: now, or the end of the data where these have ended. Within version 1 fields may be added and none is changed or taken away. Each request is a row of the audit.`,
    },
    servers: [{ url: "/" }],
    security: [{ token: [] }],
    paths: {
      "/api/v1/cases": {
        get: operation("listCases", "Cases by filters, some at a time", {
          description: `Takes the address of the Cases page: the part after its \`?\` lists the same cases. Ordered by when each case first arrived, so that a case is in one answer only; follow \`next_cursor\` until it is null. ${looksOnly.map((name) => `\`${name}\``).join(", ")} are taken and change nothing.`,
          parameters: [...filterParameters, ...pagingParameters, workspaceParameter].map(refTo),
          answer: "CasesPage",
        }),
      },
      "/api/v1/cases/{id}": {
        get: operation("readCase", "One case with all that was found in it", {
          description: "Words are null for a token that may not read what was said.",
          parameters: [
            {
              ...{ name: "id", in: "path", required: true, description: "`case_id`, encoded." },
              schema: { type: "string" },
            },
            refTo(workspaceParameter),
          ],
          answer: "CaseDetail",
          refusals: { "404": "There is no such case or workspace, or the token may not see it." },
        }),
      },
      "/api/v1/metrics": {
        get: operation("readMetrics", "Every metric over the cases that the filters leave", {
          description: "Takes the same filters as the list of cases.",
          parameters: [...filterParameters, workspaceParameter].map(refTo),
          answer: "MetricsAnswer",
        }),
      },
    },
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
      parameters: Object.fromEntries(
        [...filterParameters, ...pagingParameters, workspaceParameter].map((each) => [
          each.name,
          each,
        ]),
      ),
      schemas: answerSchemas(),
    },
  };
}

type Operation = {
  readonly description: string;
  readonly parameters: readonly Json[];
  /** The name of its answer's schema. */
  readonly answer: string;
  readonly refusals?: Readonly<Record<string, string>>;
};

const refusalsOfAll = {
  "400": "A parameter is unknown, or has a value that is not.",
  "401": "No token, or one that is unknown, revoked or past its days.",
  "403": "The token may not read.",
  "404": "There is no such workspace.",
  "500": "It could not be read.",
  "503": "What holds accounts or cases cannot be read now: try again after `Retry-After`.",
};

function operation(operationId: string, summary: string, about: Operation): Json {
  const { description, parameters, answer, refusals = {} } = about;
  const ok = { schema: { $ref: `#/components/schemas/${answer}` } };
  const problem = { schema: { $ref: "#/components/schemas/Problem" } };
  const refused = Object.entries({ ...refusalsOfAll, ...refusals }).map(([status, words]) => [
    status,
    { description: words, content: { "application/problem+json": problem } },
  ]);
  return {
    ...{ operationId, summary, description, parameters },
    responses: {
      "200": { description: summary, content: { "application/json": ok } },
      ...(Object.fromEntries(refused) as Record<string, Json>),
    },
  };
}

type Parameter = { readonly name: string; readonly [key: string]: Json };

/** A parameter of the query that may be left out. */
function parameter(name: string, description: string, schema: Json): Parameter {
  return { ...{ name, in: "query", required: false, description }, schema };
}

function refTo({ name }: Parameter): Json {
  return { $ref: `#/components/parameters/${name}` };
}

const facetParameters = facetNames.map((name) => {
  const { title, values } = facetEntry(name);
  const items: Json = values === undefined ? { type: "string" } : { enum: [...values] };
  return parameter(name, `${title}; repeat it for alternatives.`, { type: "array", items });
});

const day = { type: "string", format: "date" };
const filterParameters: readonly Parameter[] = [
  parameter("q", "Words of the conversation, an id, or its beginning.", {
    ...{ type: "string", maxLength: 200 },
  }),
  parameter("period", "When the cases were opened, by name.", {
    ...{ enum: [...namedPeriods], default: defaultPeriod },
  }),
  parameter("from", "The first day on which the cases were opened; instead of `period`.", day),
  parameter("to", "The last such day.", day),
  ...facetParameters,
  parameter("metric", "Cases in a subset of a metric, as the page's address has it.", {
    type: "string",
  }),
  parameter("topic", "Cases of a topic of Insights.", { type: "string" }),
  parameter("returns", "Cases of a topic that came back.", { type: "string" }),
  ...looksOnly.map((name) =>
    parameter(name, "Of the Cases page; changes nothing here.", { type: "string" }),
  ),
];

const pagingParameters: readonly Parameter[] = [
  parameter("limit", "Cases of one answer.", {
    ...{ type: "integer", minimum: 1, maximum: casesLimitMax, default: casesLimitUsual },
  }),
  parameter("cursor", "`next_cursor` of the answer before, with the same filters.", {
    ...{ type: "string", maxLength: 400 },
  }),
];

const workspaceParameter = parameter(
  "workspace",
  "`main` if it has data, else `demo`, where it is left out.",
  { enum: [...workspaceNames] },
);

/** The schemas by name; objects stay open, as fields may be added. */
function answerSchemas(): Json {
  const registry = z.registry<{ id: string }>();
  registry.add(exportedCaseSchema, { id: "Case" });
  registry.add(casesPageSchema, { id: "CasesPage" });
  registry.add(caseDetailSchema, { id: "CaseDetail" });
  registry.add(exportedMetricSchema, { id: "Metric" });
  registry.add(metricsAnswerSchema, { id: "MetricsAnswer" });
  registry.add(problemSchema, { id: "Problem" });
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
  const named = Object.entries(schemas).map(([name, schema]) => {
    const { $schema: _schema, $id: _id, ...plain } = schema;
    return [name, plain];
  });
  // zod's schemas are plain JSON.
  return Object.fromEntries(named) as Json;
}
