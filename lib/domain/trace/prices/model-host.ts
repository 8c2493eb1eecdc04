import { plainName } from "../token-names";

/** A host of models as the table of prices names it: "openai", "vertex_ai". */
type Hosts = readonly string[];

/** Hosts by their senders' names in letters and digits; of several all that list a model must agree on its price. */
const hostsByName: ReadonlyMap<string, Hosts> = new Map<string, Hosts>(
  [
    ["openai", "openai"],
    ["azure azureopenai azureaiopenai azaiopenai", "azure azure_ai"],
    ["azureai azureaiinference azaiinference azureaifoundry azurefoundry", "azure_ai azure"],
    ["anthropic claude", "anthropic"],
    ["gemini gcpgemini googlegemini googlegenerativeai googleaistudio googlegenai", "gemini"],
    ["vertexai gcpvertexai googlevertexai googlevertex vertex googlecloudvertexai", "vertex_ai"],
    ["google googleai gcp gcpgenai gcpvertexagent", "gemini vertex_ai"],
    ["bedrock awsbedrock amazonbedrock bedrockconverse aws", "bedrock"],
    ["mistral mistralai", "mistral"],
    ["cohere", "cohere"],
    ["xai", "xai"],
    ["deepseek", "deepseek"],
    ["groq", "groq"],
    ["dashscope alibabacloudmodelstudio", "dashscope"],
    ["perplexity perplexityai", "perplexity"],
    ["moonshot moonshotai", "moonshot"],
    ["cerebras", "cerebras"],
    ["zai", "zai"],
    ["minimax", "minimax"],
  ].flatMap(([names = "", hosts = ""]) =>
    names.split(" ").map((name): [string, Hosts] => [name, hosts.split(" ")]),
  ),
);
/** Libraries that some senders name where the host belongs. */
const libraries: ReadonlySet<string> = new Set([
  ...["litellm", "langchain", "llamaindex", "strandsagents", "pydanticai", "semantickernel"],
]);
/** Where no host is named: makers whose models have names of their own, at their own prices, and Bedrock, whose names are. */
const makers: Hosts = ["openai", "anthropic", "gemini", "vertex_ai", "xai", "bedrock"];

const hostsByAddress: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\.)api\.openai\.com$/, "openai"],
  [/\.openai\.azure\.com$|\.cognitiveservices\.azure\.com$/, "azure"],
  [/\.services\.ai\.azure\.com$/, "azureaifoundry"],
  [/^api\.anthropic\.com$/, "anthropic"],
  [/^generativelanguage\.googleapis\.com$/, "gemini"],
  [/(?:^|-)aiplatform\.googleapis\.com$/, "vertexai"],
  [/^bedrock-runtime[.-][a-z0-9.-]{1,99}\.amazonaws\.com$/, "bedrock"],
  [/^api\.mistral\.ai$/, "mistral"],
  [/^api\.cohere\.(?:com|ai)$/, "cohere"],
  [/^(?:[a-z0-9-]{1,40}\.)?api\.x\.ai$/, "xai"],
  [/^api\.deepseek\.com$/, "deepseek"],
  [/^api\.groq\.com$/, "groq"],
  [/^dashscope(?:-[a-z]{1,9})?\.aliyuncs\.com$/, "dashscope"],
  [/^api\.perplexity\.ai$/, "perplexity"],
  [/^api\.moonshot\.(?:cn|ai)$/, "moonshot"],
  [/^api\.cerebras\.ai$/, "cerebras"],
  [/^api\.z\.ai$/, "zai"],
];
/** A gateway of one's own, which says nothing of the host behind it. */
const ownAddress =
  /^(?:localhost|[^.:]+|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|\[?::1\]?|.{1,200}\.(?:local|internal|localhost))$/;

/** A model at the hosts that may have served it. */
export type HostedModel = { readonly hosts: Hosts; readonly names: readonly string[] };

/** Hosts by a provider's name: "gcp.vertex_ai", "azure-openai.chat", "openai.responses". */
function hostsNamed(provider: string): Hosts | undefined {
  const first = provider.split(".")[0] ?? "";
  const second = provider.split(".", 2).join(".");
  const names = [provider, second, first].map(plainName);
  return names.map((name) => hostsByName.get(name)).find((hosts) => hosts !== undefined);
}

/**
 * Where a model's call was served, and the names that the host may list the model by.
 * @param address the server's, without its port; null: not stated
 * @returns null of a host whose prices are not known
 */
export function hostedModel(
  model: string,
  provider: string | null,
  address: string | null,
): HostedModel | null {
  const name = bareName(model);
  const prefixed = /^([a-z0-9_.-]{1,40})[/:](.+)$/.exec(name);
  const prefix = hostsNamed(prefixed?.[1] ?? "");
  const rest = prefix === undefined ? undefined : prefixed?.[2];
  const names = rest === undefined ? [name] : [name, rest];
  const served = hostsAt(address);
  if (served === null) return null;
  if (served !== undefined) return { hosts: served, names };
  if (provider === null || libraries.has(plainName(provider))) {
    return prefix === undefined || rest === undefined
      ? { hosts: makers, names }
      : { hosts: prefix, names: [rest] };
  }
  const hosts = hostsNamed(provider);
  if (hosts === undefined) return null;
  // "openai" is also the protocol that gateways speak, whose names of models tell the host.
  const isGateway = provider.toLowerCase().startsWith("openai") && prefix !== undefined;
  return { hosts: isGateway ? prefix : hosts, names };
}

/** "models/gemini-…", "publishers/google/models/gemini-…", ARNs, fine-tuned "ft:gpt-4o-mini-…:company::id". */
function bareName(model: string): string {
  const name = model.trim().toLowerCase();
  if (name.startsWith("arn:")) return name.slice(name.lastIndexOf("/") + 1);
  if (name.startsWith("ft:")) return name.split(":", 2).join(":");
  const models = /(?:^|\/)models\//.exec(name);
  return models === null ? name : name.slice(models.index + models[0].length);
}

/** @returns undefined where the address tells nothing, null where it is of an unknown host */
function hostsAt(address: string | null): Hosts | null | undefined {
  const host =
    address
      ?.trim()
      .toLowerCase()
      .replace(/^https?:\/\//, "")
      .split("/")[0] ?? "";
  const name = host.replace(/:\d{1,5}$/, "");
  if (name === "" || ownAddress.test(name)) return undefined;
  const found = hostsByAddress.find(([pattern]) => pattern.test(name))?.[1];
  return hostsByName.get(found ?? "") ?? null;
}
