const path = require("node:path");

const test = "[.]test[.]tsx?$";
const lib = (...rooms) => rooms.map((room) => `^lib/${room}/`);
const packages = (...names) => names.map((name) => `(^|/)node_modules/${name}/`);

const evidence = lib("domain", "stats", "learning");
const derivation = lib("domain", "stats", "ingest", "identity", "cases", "evaluators");
/** What derivation finds is stored and read: of evaluators pages have names, versions and accuracy only. */
const evaluatorFacts = [
  "^lib/evaluators/(registry|contract|readers|judged-case|accuracy[.]gen)[.](ts|json)$",
  "^lib/evaluators/judges/attach-judgements[.]ts$",
];
/** Files that read the store for a page; the others of its folder are pure. */
const loaders = "^lib/pages/[^/]+/load[^/]*[.]ts$";
/** What a page shows to others: its address, and of a case its heading and its panel. */
const shared = "^lib/pages/[^/]+/((url|href|[^/]+-model)[.]ts$|(title|panel)/)";

/**
 * Room → what it may import beside itself. `isPure` rooms import no Node core
 * module; everyone else may. Packages are listed only where the room's code is
 * pure or reaches the browser, and for the store, which owns the database.
 * `path` names a room that is not all of its folder.
 */
const rooms = {
  "lib/domain": { isPure: true, may: packages("zod") },
  "lib/stats": { isPure: true, may: [...lib("domain"), ...packages("zod")] },
  "lib/learning": { isPure: true, may: [...lib("domain", "stats"), ...packages("zod")] },
  "lib/acts": {
    isPure: true,
    pathNot: "^lib/acts/server[.]ts$",
    may: [...evidence, "^lib/cases/words/sentences[.]ts$"],
  },
  "lib/acts/server": {
    path: "^lib/acts/server[.]ts$",
    may: [...evidence, ...lib("acts"), ...packages("onnxruntime-node")],
  },
  "lib/ingest": {
    isPure: true,
    may: [...evidence, ...packages("zod", "card-validator", "ibantools", "stdnum")],
  },
  "lib/identity": { isPure: true, may: [...evidence, ...packages("zod")] },
  "lib/cases": { isPure: true, may: [...evidence, ...packages("zod")] },
  "lib/evaluators": {
    isPure: true,
    may: [...evidence, ...lib("cases"), ...packages("zod", "stemmer")],
  },
  "lib/disclosures": {
    isPure: true,
    may: [
      ...evidence,
      ...lib("cases", "evaluators/bot-question"),
      "^lib/evaluators/remember[.]ts$",
      ...packages("zod", "re2js", "yaml", "iso-3166", "i18n-iso-countries"),
    ],
  },
  "lib/format": { isPure: true, may: [...evidence, ...packages("diff", "zod")] },
  "lib/analytics": {
    isPure: true,
    pathNot: "^lib/analytics/load/",
    may: [...evidence, ...lib("cases", "format"), ...packages("zod")],
  },
  "lib/analytics/load": {
    may: [
      ...evidence,
      ...lib("log", "analytics", "format", "store", "cases/labels"),
      "^lib/disclosures/rules[.]ts$",
      ...evaluatorFacts,
      ...packages("zod", "server-only", "react"),
    ],
  },
  "lib/pages": {
    isPure: true,
    pathNot: loaders,
    may: [...evidence, ...lib("analytics", "format", "gate"), ...packages("zod")],
  },
  "lib/pages/load": {
    path: loaders,
    may: [
      ...evidence,
      ...lib("acts", "analytics", "format", "pages", "store", "cases/labels", "gate"),
      "^lib/cases/(sla-clock|names/[^/]+)[.]ts$",
      "^lib/disclosures/places/read-region[.]ts$",
      ...evaluatorFacts,
      ...packages("zod", "server-only", "react"),
    ],
  },
  "lib/gate": {
    isPure: true,
    may: [
      ...evidence,
      ...lib("format"),
      "^lib/ingest/formats/csv-rows[.]ts$",
      ...packages("zod", "yaml"),
    ],
  },
  "lib/clock": { may: [] },
  "lib/log": {
    may: [...lib("domain", "clock"), "^lib/edge/request-counts[.]ts$", ...packages("pino", "zod")],
  },
  "lib/demo": { isPure: true, may: lib("domain") },
  "lib/scoring": {
    isPure: true,
    may: [...lib("acts"), ...derivation, ...lib("learning", "disclosures"), ...packages("zod")],
  },
  "lib/training": {
    may: [
      ...derivation,
      ...lib("learning", "scoring", "format", "analytics"),
      ...packages("zod", "@faker-js/faker"),
    ],
  },
  "lib/store": {
    may: [
      ...lib("domain", "analytics"),
      "^db/",
      ...packages("zod", "drizzle-orm", "better-sqlite3", "pg"),
    ],
  },
  "lib/pipeline": {
    may: [
      ...derivation,
      ...lib("disclosures", "analytics", "format", "pages", "store", "gate", "log", "clock"),
      ...packages("zod", "ipaddr.js", "nodemailer", "prom-client"),
      "^package[.]json$",
    ],
  },
  "lib/judge": {
    may: [...evidence, ...lib("cases", "evaluators", "store"), ...packages("zod")],
  },
  "lib/auth": {
    may: [
      ...lib("domain", "store", "format", "analytics", "pages", "log", "clock"),
      "^lib/pipeline/worker/data-folder",
      ...packages("zod", "server-only", "next", "next-auth", "react"),
    ],
  },
  "lib/edge": {
    may: [
      ...lib("domain", "log", "clock"),
      "^lib/pipeline/worker/(?:lower-priority|page-requests|sent-again|served-url|stop-worker|worker-client)[.]ts$",
      "^lib/pipeline/reader/reader-client[.]ts$",
    ],
  },
  "lib/commands": {
    may: [
      ...lib("domain", "acts", "demo", "judge", "pipeline", "scoring", "auth"),
      ...lib("disclosures", "format", "analytics", "pages", "gate", "log", "clock"),
      "^lib/store/(access/|sha256[.]ts$)",
      "^package[.]json$",
      ...packages("zod", "commander"),
    ],
  },
  db: {
    may: [
      ...lib("domain", "analytics/rows"),
      ...packages("drizzle-orm", "drizzle-kit", "better-sqlite3", "pg"),
    ],
  },
  components: {
    isPure: true,
    may: [
      ...lib("domain", "format", "analytics", "pages"),
      ...packages("zod", "react", "react-dom", "next", "recharts", "radix-ui", "@tanstack/[^/]+"),
    ],
  },
  app: {
    may: [
      "^components/",
      ...lib("domain", "pipeline", "auth", "format", "analytics", "pages", "log", "clock"),
      "^lib/edge/request-counts[.]ts$",
      ...packages(
        "zod",
        "react",
        "next",
        "next-auth",
        "@fontsource-variable/[^/]+",
        "@tanstack/[^/]+",
      ),
    ],
  },
};

const roomRules = Object.entries(rooms).map(
  ([room, { may, isPure = false, path: own = `^${room}/`, pathNot = [] }]) => ({
    name: `room-${room.replace("lib/", "").replaceAll("/", "-")}`,
    comment: `${room} imports only what its row in .dependency-cruiser.cjs names.`,
    severity: "error",
    from: { path: own, pathNot: [test].concat(pathNot) },
    to: {
      pathNot: [`^${room}/`, ...may],
      ...(isPure ? {} : { dependencyTypesNot: ["core"] }),
    },
  }),
);

module.exports = {
  forbidden: [
    ...roomRules,
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-unresolved",
      severity: "error",
      from: { path: "^(app|bin|components|db|lib)/" },
      // Bundled from lib/edge before it is served.
      to: { couldNotResolve: true, pathNot: "dist/edge[.]mjs$" },
    },
    {
      name: "database-only-in-store",
      severity: "error",
      // Tests make and drop databases of their server.
      from: {
        path: "^(app|components|lib)/",
        pathNot: ["^lib/store/", "^lib/testing/postgres/", test],
      },
      to: { path: packages("drizzle-orm", "better-sqlite3", "pg") },
    },
    {
      name: "browser-never-reaches-the-database",
      severity: "error",
      from: { path: "^components/", pathNot: test },
      to: { path: ["better-sqlite3", "drizzle-orm", ...packages("pg")], reachable: true },
    },
    {
      name: "pages-never-derive",
      comment: "What derivation found is stored and read; no thread that serves pages can find it.",
      severity: "error",
      // All that those threads load is reached from here; each further start costs a search of the whole graph.
      from: { path: "^app/", pathNot: test },
      to: {
        path: [
          "^lib/cases/derive-case[.]ts$",
          // What rules and places are is no finding: they are data, and so is their text.
          "^lib/disclosures/(?!yaml/|rules/|places/|(rules|plan-rules|pattern)[.]ts$)",
          "^lib/evaluators/run-evaluators[.]ts$",
          "/(find-packets|find-promises|find-answer-claims|notes-of-contacts|contact-styles)[.]ts$",
        ],
        reachable: true,
      },
    },
    {
      name: "pages-ask",
      comment:
        "Pages ask lib/analytics by what it counts, breaks down and lists; how it holds cases is its own.",
      severity: "error",
      from: { path: "^lib/pages/", pathNot: test },
      to: { path: "^lib/analytics/(case-table|counts|select)/" },
    },
    {
      name: "pages-stand-alone",
      comment: "What several pages need is in lib/analytics, lib/format or components/ui.",
      severity: "error",
      from: { path: "^lib/pages/([^/]+)/", pathNot: [test, loaders, "^lib/pages/report/"] },
      to: { path: "^lib/pages/", pathNot: ["^lib/pages/$1/", shared] },
    },
    {
      name: "the-reader-thread-reads",
      comment:
        "What a page shows is read on the reader thread: a query on the web thread would hold up everybody.",
      severity: "error",
      from: { path: "^(app|components)/" },
      to: {
        path: [loaders, "^lib/pipeline/reader/page-loaders[.]ts$"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "only-loaders-read",
      severity: "error",
      from: {
        path: "^(components|lib/(analytics|format|pages|store))/",
        pathNot: [test, loaders, "^lib/analytics/load/"],
      },
      to: { path: [loaders, "^lib/analytics/load/"] },
    },
    {
      name: "production-never-imports-tests",
      severity: "error",
      from: { pathNot: [test, "^(e2e|bench)/"] },
      to: { path: test },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: path.join(__dirname, "tsconfig.json") },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
