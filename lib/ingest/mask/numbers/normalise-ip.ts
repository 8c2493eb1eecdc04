/**
 * Canonical form of an IP address: IPv4 without leading zeros, IPv6 as eight lower-case groups.
 * @returns null if the text is no address, or an impersonal one: loopback (127.0.0.0/8, ::1),
 * unspecified (0.0.0.0, ::), a household's router (192.168.0.1), a public name server (8.8.8.8), broadcast (255.255.255.255) and netmasks
 */
export function normaliseIp(text: string): string | null {
  return text.includes(":") ? normaliseV6(text.toLowerCase()) : normaliseV4(text);
}

/** Where households' routers and everybody's name servers answer. */
const isCommon =
  /^(?:1\.1\.1\.1|1\.0\.0\.1|8\.8\.8\.8|8\.8\.4\.4|9\.9\.9\.9|192\.168\.\d{1,3}\.(?:1|254)|10\.0\.[01]\.(?:1|138))$/;

function normaliseV4(text: string): string | null {
  const parts = text.split(".").map(Number);
  if (parts.length !== 4 || parts.some((part) => !(part >= 0 && part <= 255))) return null;
  const first = parts[0];
  if (isCommon.test(parts.join("."))) return null;
  if (first === 0 || first === 127 || first === 255) return null;
  return parts.join(".");
}

function normaliseV6(text: string): string | null {
  const dotted = /^(.*:)(\d{1,3}(?:\.\d{1,3}){3})$/.exec(text);
  const plain = dotted === null ? text : `${dotted[1] ?? ""}${hexOfV4(dotted[2] ?? "")}`;
  const halves = plain.split("::");
  if (halves.length > 2) return null;
  const head = groupsOf(halves[0] ?? "");
  const tail = groupsOf(halves[1] ?? "");
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  const groups = [...head, ...Array.from({ length: missing }, () => "0"), ...tail];
  if (groups.some((group) => !/^[0-9a-f]{1,4}$/.test(group))) return null;
  const normal = groups.map((group) => group.replace(/^0+(?=.)/, "")).join(":");
  return normal === "0:0:0:0:0:0:0:0" || normal === "0:0:0:0:0:0:0:1" ? null : normal;
}

function groupsOf(half: string): string[] {
  return half === "" ? [] : half.split(":");
}

function hexOfV4(text: string): string {
  const [a = 0, b = 0, c = 0, d = 0] = text.split(".").map(Number);
  return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}
