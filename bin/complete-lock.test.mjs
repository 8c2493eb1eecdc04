import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { completeLock, entriesWithoutHash } from "./tools/complete-lock.mjs";
import { root } from "./tools/paths.mjs";

const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));

it("names every optional binary, for macOS, Windows and Linux on arm64 and x64", () => {
  expect(completeLock(lock).added).toEqual([]);
  const platforms = ["darwin-arm64", "darwin-x64", "win32-arm64-msvc", "win32-x64-msvc"];
  const all = [...platforms, "linux-arm64-gnu", "linux-x64-gnu", "linux-x64-musl"];
  const binaries = ["@next/swc", "@tailwindcss/oxide", "lightningcss"];
  const names = binaries.flatMap((name) =>
    all.map((platform) => `node_modules/${name}-${platform}`),
  );
  expect(names.filter((name) => !(name in lock.packages))).toEqual([]);
});

it("names no registry but the public one", () => {
  const hosts = Object.values(lock.packages)
    .flatMap(({ resolved }) => (resolved ? [new URL(resolved).origin] : []))
    .filter((origin) => origin !== "https://registry.npmjs.org");
  expect(hosts).toEqual([]);
});

it("has a hash for every package but the binaries of platforms that a registry may hide", () => {
  const unhashed = entriesWithoutHash(lock).map((key) => lock.packages[key]);
  expect(unhashed.filter(({ optional, os, cpu }) => !optional || !(os ?? cpu))).toEqual([]);
  const onLinux = unhashed.filter(({ os, cpu }) => os?.includes("linux") && /64$/.test(cpu));
  // Of tools for developers a registry may hide the binaries for musl too.
  const served = onLinux.filter(({ libc, dev }) => !(dev && libc?.includes("musl")));
  expect(served.filter(({ cpu }) => ["x64", "arm64"].includes(cpu[0]))).toEqual([]);
  expect(unhashed.length).toBeLessThanOrEqual(48);
});

it("adds packages that a registry hid, with the platform in their name", () => {
  const hidden = {
    packages: {
      "": {},
      "node_modules/tool": {
        version: "1.2.3",
        dev: true,
        optionalDependencies: {
          "@tool/linux-x64-musl": "1.2.3",
          "@tool/win32-arm64": "1.2.3",
          plugin: "^1",
        },
      },
      "node_modules/@tool/win32-arm64": { version: "1.0.0" },
    },
  };
  expect(completeLock(hidden).lock.packages).toEqual({
    ...hidden.packages,
    "node_modules/@tool/linux-x64-musl": {
      version: "1.2.3",
      cpu: ["x64"],
      libc: ["musl"],
      os: ["linux"],
      dev: true,
      optional: true,
    },
    "node_modules/tool/node_modules/@tool/win32-arm64": {
      version: "1.2.3",
      cpu: ["arm64"],
      os: ["win32"],
      dev: true,
      optional: true,
    },
  });
});
