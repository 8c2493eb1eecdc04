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

/** @param worst growth of each reader's processor time, and the name of the text */
export function hostileFigures(worst) {
  const { file, mask, formats, rules, derive, identity, issue, casePage } = worst;
  return {
    hostileFile: file.growth,
    hostileMask: Math.max(mask.growth, formats.growth),
    hostileRules: rules.growth,
    hostileDerive: Math.max(derive.growth, identity.growth, issue.growth),
    hostileCasePage: casePage.growth,
  };
}

/**
 * @param page result for the Case page
 * @param bySize results for the other pages by number of cases, ascending
 */
export function pagesFigures({ page, bySize }) {
  const [few, many] = bySize.slice(-2);
  const { pages, again, later, written } = many.reports;
  return {
    casePage: page.wall,
    casePageCpu: page.cpu,
    casesFew: few.list.all.wall,
    casesFewCpu: few.list.all.cpu,
    casesMany: many.list.all.wall,
    casesManyCpu: many.list.all.cpu,
    casesManyText: many.list.withText.cpu,
    casesLoad: many.list.loadMs / 1000,
    casesBytes: many.list.bytesPerCase,
    firstPage: firstPageMs(many.started, "wallMs") / 1000,
    firstPageCpu: firstPageMs(many.started, "cpuMs") / 1000,
    firstPageFilled: firstPageMs(many.filled, "cpuMs") / 1000,
    pageMemory: many.started.peak,
    overview: pages.overview.wall,
    overviewCpu: pages.overview.cpu,
    overviewNarrowed: pages.overview.narrowed,
    ...{ overviewAgain: again, overviewLater: later, overviewWritten: written },
    ...reportFigures(pages),
  };
}

function firstPageMs({ table, overview }, time) {
  return table[time] + overview[time];
}

function reportFigures(pages) {
  const cpu = (name) => pages[name].cpu;
  return {
    ...Object.fromEntries(reports.map((name) => [name, cpu(name)])),
    listContacts: cpu("list of contacts"),
    listHandoffs: cpu("list of handoffs"),
    listPromises: cpu("list of promises"),
  };
}

const reports = [
  ...["findings", "journeys", "handoffs", "persona", "sla", "metrics", "disclosures"],
  ...["coverage", "queue", "samples", "sample", "pii"],
];

/** By number of cases each page's figures: processor time in milliseconds where nothing else is said. */
export function pagesGrowth(bySize) {
  return Object.fromEntries(
    bySize.map(({ cases, filled, started, list, reports: { pages, again } }) => [
      cases,
      {
        "first page, from the file": firstPageMs(started, "cpuMs"),
        "first page, by the clock": firstPageMs(started, "wallMs"),
        "first page, without the file": firstPageMs(filled, "cpuMs"),
        "memory from the file, MB": started.memory,
        "memory without it, at most, MB": filled.peak,
        "event-loop delay of a start, p99": started.delay,
        "Cases, p95": list.all.cpu,
        "Cases, p95, by the clock": list.all.wall,
        "Overview asked again, by the clock": again,
        ...Object.fromEntries(
          Object.entries(pages).flatMap(([name, { cpu, narrowed }]) => [
            [name, cpu],
            [`${name}, other filters, p95`, narrowed],
          ]),
        ),
      },
    ]),
  );
}

/**
 * The machine's pace in milliseconds (see `withPace`) while figures were measured: of `pagesFigures`, and by number of
 * cases of `pagesGrowth`. A figure's is that of the first pattern that its name matches.
 */
export function pagesPaces({ page, bySize }) {
  const [few, many] = bySize.slice(-2);
  return {
    figures: [
      ["^casePage", page.paceMs],
      ["^casesFew", few.list.paceMs],
      ["^cases", many.list.paceMs],
      ["^firstPageFilled", many.filled.paceMs],
      ["^firstPage", many.started.paceMs],
      ["^(?!write$)", many.reports.paceMs],
    ],
    growth: Object.fromEntries(
      bySize.map(({ cases, filled, started, list, reports }) => [
        cases,
        [
          [", without the file$", filled.paceMs],
          ["^(?:first page|event-loop)", started.paceMs],
          ["^Cases", list.paceMs],
          ["", reports.paceMs],
        ],
      ]),
    ),
  };
}
