const operatingSystems = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const processors = [
  "arm64",
  "arm",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "wasm32",
  "x64",
];

/** Whether Node would resolve `name` from the package at `from` to exactly `version`. */
function isLocked(packages, from, name, version) {
  const steps = from.split("/node_modules/");
  const folders = steps.map((_, index) => steps.slice(0, index + 1).join("/node_modules/"));
  return [...folders, ""].some(
    (folder) => packages[`${folder && `${folder}/`}node_modules/${name}`]?.version === version,
  );
}

/** The platform of a package such as `@next/swc-linux-x64-musl`. */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = operatingSystems.filter((word) => words.includes(word));
  const cpu = processors.filter((word) => words.includes(word));
  const libc = [
    ...(os.includes("linux") && words.some((word) => word.startsWith("gnu")) ? ["glibc"] : []),
    ...(os.includes("linux") && words.some((word) => word.startsWith("musl")) ? ["musl"] : []),
  ];
  return {
    ...(cpu.length > 0 && { cpu }),
    ...(libc.length > 0 && { libc }),
    ...(os.length > 0 && { os }),
  };
}

/** Entries that npm would install without verifying a hash. */
export function entriesWithoutHash(lock) {
  return Object.entries(lock.packages)
    .filter(([key, { link, integrity }]) => key !== "" && !link && !/^sha512-/.test(integrity))
    .map(([key]) => key);
}

/** Adds an entry for every optional platform binary that the lock refers to but lacks. */
export function completeLock(lock) {
  const packages = { ...lock.packages };
  const added = [];
  for (const [from, parent] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const platform = platformOf(name);
      if (!/^\d/.test(version) || !(platform.os ?? platform.cpu)) continue;
      if (isLocked(packages, from, name, version)) continue;
      const atRoot = `node_modules/${name}`;
      const key = packages[atRoot] ? `${from}/${atRoot}` : atRoot;
      packages[key] = { version, ...platform, ...(parent.dev && { dev: true }), optional: true };
      added.push(key);
    }
  }
  const sorted = Object.entries(packages).sort(([left], [right]) =>
    left.localeCompare(right, "en"),
  );
  return { lock: { ...lock, packages: Object.fromEntries(sorted) }, added };
}
