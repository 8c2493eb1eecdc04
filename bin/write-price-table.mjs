import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./tools/paths.mjs";

/**
 * Writes the table that lib/domain/trace/prices reads, of `model_prices_and_context_window_backup` (JSON) of litellm's wheels (MIT),
 * each given as DATE=VERSION=FILE, where VERSION was the newest on PyPI at the beginning of DATE (for the last: its own
 * date). `pip download litellm --no-deps --uploaded-prior-to 2026-01-01` fetches the wheel of a date.
 *
 * A model is one line: periods divided by "; ", each `from rate`, a rate as US dollars per million tokens in the order of
 * `fields`, "-" where there is none. Requests with more input than a number of tokens have rates of their own (`>200000 …`).
 * `<` in front: it is the most that it may be, as it is lower at some hours.
 */
const fields = [
  "input_cost_per_token",
  "output_cost_per_token",
  "cache_read_input_token_cost",
  "cache_creation_input_token_cost",
  "input_cost_per_audio_token",
  "output_cost_per_audio_token",
  "cache_read_input_audio_token_cost",
];
const modes = new Set(["chat", "responses", "completion", "realtime"]);
/** litellm's provider → ours. */
const hosts = new Map(
  [
    ...[
      "openai",
      "anthropic",
      "gemini",
      "vertex_ai",
      "azure",
      "azure_ai",
      "mistral",
      "cohere",
      "xai",
    ],
    ...["deepseek", "groq", "dashscope", "perplexity", "moonshot", "cerebras", "zai", "minimax"],
  ].map((host) => [host, host]),
);
for (const [provider, host] of [
  ["text-completion-openai", "openai"],
  ["azure_text", "azure"],
  ["cohere_chat", "cohere"],
  ["bedrock", "bedrock"],
  ["bedrock_converse", "bedrock"],
  ["codestral", "mistral"],
])
  hosts.set(provider, host);

/** Models that any table has fees of: an older one left some out. */
const withFees = new Set();
const tables = process.argv.slice(2).map((given) => {
  const [date, version, file] = given.split("=");
  return { date, version, models: modelsOf(JSON.parse(readFileSync(file, "utf8"))) };
});
tables.sort((one, other) => (one.date < other.date ? -1 : 1));

const periods = new Map();
for (const [place, { date, models }] of tables.entries()) {
  for (const [name, rate] of models) {
    const known = periods.get(name);
    // What no table had before was not sold before the last one of them.
    if (known === undefined) periods.set(name, [[tables[Math.max(0, place - 1)].date, rate]]);
    else if (known.at(-1)[1] !== rate) known.push([date, rate]);
  }
}
const sorted = [...periods]
  .filter(([name]) => !withFees.has(name))
  .map(([name, all]) => [name, all.map((period) => period.join(" ")).join("; ")])
  .toSorted(([one], [other]) => (one < other ? -1 : 1));

const { date, version } = tables.at(-1);
const head = {
  source: "litellm (https://pypi.org/project/litellm), model_prices_and_context_window_backup.json",
  licence: "MIT, Copyright (c) 2023 Berri AI",
  version,
  date,
  versions: tables.map((table) => `${table.date} ${table.version}`),
  models: sorted.length,
};
const lines = sorted.map((entry) => entry.map((text) => JSON.stringify(text)).join(":"));
const folder = join(root, "lib/domain/trace/prices");
const table = `{"head":${JSON.stringify(head)},"models":{\n${lines.join(",\n")}\n}}\n`;
writeFileSync(join(folder, "list-prices.gen.json"), table);
// Pages say the date alone.
writeFileSync(join(folder, "list-prices-head.gen.json"), `${JSON.stringify(head)}\n`);

/** @returns rates by "host/model" in small letters */
function modelsOf(prices) {
  const models = new Map();
  for (const [key, given] of Object.entries(prices)) {
    const entry = prices[given.alias_of] ?? given;
    const provider = entry.litellm_provider ?? "";
    const host = provider.startsWith("vertex_ai") ? "vertex_ai" : hosts.get(provider);
    if (host === undefined || !modes.has(entry.mode)) continue;
    const name = nameOf(key.toLowerCase(), provider, host);
    // A region of Bedrock, which no sender names with the model.
    if (host === "bedrock" && name.includes("/")) continue;
    if (hasFees(entry, host, key)) withFees.add(`${host}/${name}`);
    else if (isPriced(entry)) models.set(`${host}/${name}`, rateOf(entry));
  }
  return models;
}

/** None costs more than $1,000 a million: such an amount is of another unit. */
function isPriced({ input_cost_per_token: input, output_cost_per_token: output }) {
  const isNumber = typeof input === "number" && typeof output === "number";
  return isNumber && input + output > 0 && Math.max(input, output) < 1e-3;
}

/** True where the price of a call does not follow from its tokens: a fee a request, other prices of thoughts, images, tiers. */
function hasFees(entry, host, key) {
  const output = entry.output_cost_per_token;
  return (
    (entry.output_cost_per_reasoning_token ?? output) !== output ||
    entry.output_cost_per_image_token !== undefined ||
    entry.input_cost_per_request !== undefined ||
    entry.tiered_pricing !== undefined ||
    (host === "perplexity" && entry.search_context_cost_per_query !== undefined) ||
    /search-(?:preview|api)|deep-research/.test(key)
  );
}

function nameOf(key, provider, host) {
  const prefix = [`${provider}/`, `${host}/`].find((each) => key.startsWith(each));
  return prefix === undefined ? key : key.slice(prefix.length);
}

function rateOf(entry) {
  const thresholds = new Set(
    Object.keys(entry).flatMap((name) => {
      const match = /^(?:input|output)_cost_per_token_above_(\d+)k_tokens$/.exec(name);
      return match === null ? [] : [Number(match[1])];
    }),
  );
  const further = [...thresholds]
    .toSorted((one, other) => one - other)
    .map((above) => {
      const rate = amounts(entry, (name) => entry[`${name}_above_${above}k_tokens`] ?? entry[name]);
      return ` >${above}000 ${rate}`;
    });
  const isMost = entry.off_peak_pricing !== undefined;
  return `${isMost ? "<" : ""}${amounts(entry, (name) => entry[name])}${further.join("")}`;
}

function amounts(entry, of) {
  const written = fields.map((name) => {
    const price = of(name);
    return typeof price === "number" ? String(Number((price * 1e6).toPrecision(10))) : "-";
  });
  while (written.at(-1) === "-") written.pop();
  return written.join(" ");
}
