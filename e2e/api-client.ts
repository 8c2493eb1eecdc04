import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { z } from "zod";

const refSchema = z.object({ $ref: z.string() });
const documentSchema = z.looseObject({
  paths: z.record(
    z.string(),
    z.object({
      get: z.object({
        operationId: z.string(),
        parameters: z.array(z.union([refSchema, z.object({ name: z.string(), in: z.string() })])),
        responses: z.record(
          z.string(),
          z.object({ content: z.record(z.string(), z.object({ schema: refSchema })) }),
        ),
      }),
    }),
  ),
});

type Sent = Readonly<Record<string, string | number | readonly string[]>>;
export type ApiAnswer = { readonly status: number; readonly body: unknown };

/**
 * A client made of an OpenAPI file alone: it sends what the file describes and checks each answer by its schema.
 * @param text the file
 * @param fetchJson sends a request to a path of the server
 */
export function createApiClient(
  text: string,
  fetchJson: (path: string) => Promise<{ status: number; type: string; body: unknown }>,
): (operationId: string, sent?: Sent) => Promise<ApiAnswer> {
  const document = documentSchema.parse(JSON.parse(text));
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addFormat("date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u);
  ajv.addFormat("date", /^\d{4}-\d\d-\d\d$/u);
  ajv.addSchema(document, "openapi.json");
  const schemaOf = (ref: string): ValidateFunction => {
    const found = ajv.getSchema(`openapi.json${ref}`);
    if (found === undefined) throw new Error(`The file has no ${ref}.`);
    return found;
  };
  return async (operationId, sent = {}) => {
    const [path, operation] = operationNamed(document, operationId);
    const response = await fetchJson(pathWith(path, operation.parameters, sent));
    const content = operation.responses[String(response.status)]?.content[response.type];
    if (content === undefined) {
      throw new Error(`The file has no ${String(response.status)} as ${response.type}.`);
    }
    const isValid = schemaOf(content.schema.$ref);
    if (!isValid(response.body)) throw new Error(ajv.errorsText(isValid.errors));
    return { status: response.status, body: response.body };
  };
}

type Document = z.infer<typeof documentSchema>;
type Operation = Document["paths"][string]["get"];

function operationNamed({ paths }: Document, id: string): readonly [string, Operation] {
  for (const [path, { get }] of Object.entries(paths))
    if (get.operationId === id) return [path, get];
  throw new Error(`The file has no operation ${id}.`);
}

/** The path with its parameters in their places. */
function pathWith(path: string, parameters: Operation["parameters"], sent: Sent): string {
  const named = parameters.map((each) =>
    "$ref" in each
      ? { name: each.$ref.replace("#/components/parameters/", ""), in: "query" }
      : each,
  );
  const search = new URLSearchParams();
  let filled = path;
  for (const [name, value] of Object.entries(sent)) {
    const place = named.find((each) => each.name === name)?.in;
    if (place === "path") filled = filled.replace(`{${name}}`, encodeURIComponent(String(value)));
    else if (place === undefined) throw new Error(`The file has no parameter ${name}.`);
    else for (const each of [value].flat()) search.append(name, String(each));
  }
  const text = search.toString();
  return text === "" ? filled : `${filled}?${text}`;
}
