/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // A page that a role may not open is answered with 403.
  experimental: { authInterrupts: true },
  // An exporter whose address ends in a slash is answered, not sent elsewhere: many follow no redirect.
  skipTrailingSlashRedirect: true,
  reactStrictMode: true,
  serverExternalPackages: ["better-sqlite3"],
  turbopack: { root: import.meta.dirname },
  // `npm test` checks types as a step of its own; a start from a fresh clone need not.
  typescript: { ignoreBuildErrors: true },
};

export default config;
