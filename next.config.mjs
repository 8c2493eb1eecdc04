/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["better-sqlite3"],
  turbopack: { root: import.meta.dirname },
  // `npm test` checks types as a step of its own; a start from a fresh clone need not.
  typescript: { ignoreBuildErrors: true },
};

export default config;
