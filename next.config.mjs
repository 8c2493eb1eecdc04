import { existsSync } from "node:fs";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // A page that a role may not open is answered with 403.
  experimental: {
    authInterrupts: true,
    globalNotFound: true,
    // Of a form that proxy.ts reads; as much as the framework takes of an action.
    proxyClientMaxBodySize: "1mb",
    // To keep what a later build may use takes two fifths of a build: a checkout's first build does without.
    turbopackFileSystemCacheForBuild: existsSync(new URL(".next/BUILD_ID", import.meta.url)),
  },
  // An exporter whose address ends in a slash is answered, not sent elsewhere: many follow no redirect.
  skipTrailingSlashRedirect: true,
  reactStrictMode: true,
  serverExternalPackages: ["better-sqlite3", "onnxruntime-node"],
  rewrites: () =>
    Promise.resolve({
      // Prometheus reads /metrics unless told otherwise, and names its format; people find a page there.
      beforeFiles: [
        {
          source: "/metrics",
          has: [
            { type: "header", key: "accept", value: ".*(?:openmetrics-text|version=0\\.0\\.4).*" },
          ],
          destination: "/metricsz",
        },
        // Addresses that exporters of other products put before the signal.
        {
          source: "/:prefix(tracer|otel|api/otel|api/public/otel)/v1/:signal",
          destination: "/v1/:signal",
        },
      ],
    }),
  turbopack: { root: import.meta.dirname },
  // `npm test` checks types as a step of its own; a start from a fresh clone need not.
  typescript: { ignoreBuildErrors: true },
};

export default config;
