import { hourUs, minuteUs, weekCount, weekUs } from "./calendar";
import type { Chance } from "./chance";
import { planCases } from "./plan-cases";
import { crmCsv } from "./write/crm-csv";
import { toRequest, type OtlpRequest } from "./write/otlp";
import { writeCase, type Leaving } from "./write/write-case";
import { createWorld } from "./world";

/** Parameters of a demo; equal ones give identical bytes. */
export type DemoSeed = {
  readonly seed: number;
  /** The demo's last instant, in microseconds since 1970. */
  readonly endUs: number;
};

export type DemoExport = {
  /** OTLP/JSON requests in order of sending. */
  readonly requests: readonly OtlpRequest[];
  readonly crmCsv: string;
};

/** Generates the demo as its senders would export it: traces of eight instrumentations, and a CRM export. */
export function demoExport({ seed, endUs }: DemoSeed): DemoExport {
  const world = createWorld(seed, endUs);
  const cases = planCases(world);
  const chance = world.chanceFor("ids");
  const leaving = [
    ...cases.flatMap((demoCase) => writeCase(demoCase, chance)),
    ...writeUnassigned(chance, endUs),
  ];
  const requests = leaving
    .toSorted((one, other) => one.atUs - other.atUs)
    .map(({ batch }) => toRequest(batch));
  return { requests, crmCsv: crmCsv(cases) };
}

const unassignedCount = 24;

/** Spans without a case from a cron job and a misconfigured widget. */
function writeUnassigned(chance: Chance, endUs: number): readonly Leaving[] {
  return Array.from({ length: unassignedCount }, (_, index) => {
    const startUs = endUs - chance.below(weekCount * weekUs - hourUs) - hourUs;
    const isWidget = index % 3 === 0;
    const attributes = isWidget
      ? {
          "gen_ai.operation.name": "chat",
          "gen_ai.request.model": "gpt-4o-mini",
          channel: "chat",
          "session.id": `widget-${chance.hex(8)}`,
          "gen_ai.input.messages": JSON.stringify([
            {
              role: "user",
              parts: [{ type: "text", content: `Do you ship to ${chance.pick(towns)}?` }],
            },
          ]),
          "gen_ai.output.messages": JSON.stringify([
            {
              role: "assistant",
              parts: [{ type: "text", content: "Yes, within five working days." }],
            },
          ]),
        }
      : { "gen_ai.operation.name": "embeddings", "gen_ai.request.model": "text-embedding-3-small" };
    const span = {
      traceId: chance.hex(32),
      spanId: chance.hex(16),
      name: isWidget ? "chat gpt-4o-mini" : "embeddings nightly-index",
      kind: 3,
      startUs,
      endUs: startUs + minuteUs / 20,
      attributes,
    };
    const resource = { "service.name": isWidget ? "shop-widget" : "kb-indexer" };
    return {
      atUs: startUs,
      batch: { resource, scope: "opentelemetry.instrumentation", spans: [span] },
    };
  });
}

const towns = ["Galway", "Spokane", "Utrecht", "Swansea", "Eugene", "Kiel"];
