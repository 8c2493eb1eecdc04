/** Computes the ratios of a core run from the minimum of each contestant's times. */
export function coreFigures({ rounds, material, fileBytes, tables }) {
  const least = (pick) => Math.min(...rounds.map(pick));
  const b = least((round) => round.parse.wallMs);
  const pipeline = least((round) => round.pipeline.wallMs);
  const duckDb = least((round) => round.duckDb ?? Infinity);
  const evaluate = least((round) => round.derivation.evaluators.together);
  const { interactions, evaluators } = rounds[0].derivation;
  const perSecond = (ms) => (interactions / ms) * 1000;
  const stage = (name) => least((round) => round.stages[name]) / b;
  const derive = least((round) => round.derivation.derive) / b;
  const again = least((round) => round.derivation.again) / b;
  return {
    figures: {
      pipeline: pipeline / least((round) => round.naive.wallMs),
      pipelineCpu: least((round) => round.pipeline.cpuMs) / least((round) => round.naive.cpuMs),
      pipelineB: pipeline / b,
      duckDb: Number.isFinite(duckDb) ? pipeline / duckDb : null,
      evaluators: perSecond(evaluate),
      evaluatorShare: (evaluate / pipeline) * 100,
      masking: stage("mask"),
      file: fileBytes / material.bytes,
      derive,
      again,
    },
    stages: {
      "decode: bytes, utf-8, JSON, spans": stage("decode"),
      "read by conventions": stage("read"),
      mask: stage("mask"),
      "read, mask, hash, write JSON": stage("prepare"),
      "store spans": stage("write"),
      "identities, cases, evaluators, roll-up, links": stage("derive"),
      "  of which: read cases, derive, roll up": derive,
      "  of which: evaluators": evaluate / b,
    },
    evaluators: Object.fromEntries(
      Object.keys(evaluators.alone).map((name) => [
        name,
        perSecond(least((round) => round.derivation.evaluators.alone[name])),
      ]),
    ),
    tables: Object.fromEntries(
      tables.map(({ name, bytes }) => [name, (bytes / material.bytes) * 100]),
    ),
    absolute: { bMs: b, pipelineMs: pipeline, spansPerSecond: (material.spans / pipeline) * 1000 },
  };
}

/**
 * @param small and
 * @param large are runs of the same export at two sizes, in any order
 */
export function growthFigures(small, large) {
  const fastest = (runs) => Math.max(...runs.map((run) => run.spansPerSecond));
  return {
    growth: fastest(large) / fastest(small),
    memory: Math.max(...large.map((run) => run.peakMegabytes)),
  };
}

/** @param result of the readers' measure */
export function readersFigures({ listIdle, listIngesting, writeIngesting }) {
  return { list: listIngesting / listIdle, write: writeIngesting };
}

/**
 * @param page result for the Case page,
 * @param few and
 * @param many for the list at two sizes,
 * @param reports for the other pages
 */
export function pagesFigures({ page, few, many, reports }) {
  const { pages } = reports;
  return {
    casePage: page.wall,
    casePageCpu: page.cpu,
    casesFew: few.all.wall,
    casesFewCpu: few.all.cpu,
    casesMany: many.all.wall,
    casesManyCpu: many.all.cpu,
    casesManyText: many.withText.cpu,
    casesLoad: many.loadMs / 1000,
    casesBytes: many.bytesPerCase,
    overview: pages.overview.wall,
    overviewCpu: pages.overview.cpu,
    overviewNarrowed: pages.overview.narrowed,
    overviewAgain: reports.again,
    overviewLater: reports.later,
    overviewWritten: reports.written,
    journeys: pages.journeys.cpu,
    handoffs: pages.handoffs.cpu,
    persona: pages.persona.cpu,
    sla: pages.sla.cpu,
    metrics: pages.metrics.cpu,
    disclosures: pages.disclosures.cpu,
    coverage: pages.coverage.cpu,
    queue: pages.queue.cpu,
    samples: pages.samples.cpu,
    sample: pages.sample.cpu,
    pii: pages.pii.cpu,
    listContacts: pages["list of contacts"].cpu,
    listHandoffs: pages["list of handoffs"].cpu,
    listPromises: pages["list of promises"].cpu,
  };
}
