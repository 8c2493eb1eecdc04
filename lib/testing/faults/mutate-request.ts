import type { SeededRandom } from "../seeded-random";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Holder = Json[] | { [key: string]: Json };
type Place = { readonly holder: Holder; readonly key: string };

const startNanos = 1_767_600_000_000_000_000n;

/** Values of a wrong type, of a wrong size, and with characters that something else gives a meaning to. */
const oddValues: readonly ((random: SeededRandom) => Json)[] = [
  () => null,
  () => true,
  () => [],
  () => ({}),
  () => "",
  () => -1,
  () => 1.5,
  () => 1e308,
  () => "18446744073709551616",
  (random) => random.hex(random.pick([1, 15, 16, 31, 32, 33])),
  (random) => String(startNanos + BigInt(random.below(1_000_000_000))),
  (random) => "x".repeat(random.pick([1, 255, 70_000])),
  (random) => random.pick(["\u0000", "\ud800", "\u202e", "__proto__", "[{", "2026-02-30"]),
  (random) => random.pick(["customer", "agent", "voice", "C-1", "closed", "a@example.org"]),
  (random) => ({ stringValue: random.pick(["{", "[]", '{"role":"user","content":"Hi"}']) }),
  (random) => ({ intValue: random.pick(["9".repeat(40), "-1", "x"]) }),
  () => ({ arrayValue: { values: [{ kvlistValue: { values: [{ key: "k" }] } }] } }),
];

/**
 * Changes a copy of a request where it is still well-formed JSON: values of wrong types, missing, repeated and swapped
 * members.
 */
export function mutateRequest(request: object, random: SeededRandom): object {
  const copy = structuredClone(request) as { [key: string]: Json };
  for (let count = 1 + random.below(5); count > 0; count -= 1) {
    const places = placesIn(copy);
    if (places.length === 0) break;
    mutateAt(random.pick(places), places, random);
  }
  return copy;
}

function mutateAt({ holder, key }: Place, places: readonly Place[], random: SeededRandom): void {
  const kind = random.below(5);
  const other = random.pick(places);
  if (kind === 0) remove(holder, key);
  else if (kind === 1 && Array.isArray(holder))
    for (let count = random.pick([1, 3, 150]); count > 0; count -= 1)
      holder.push(structuredClone(holder[Number(key)] ?? null));
  else if (kind === 2) write(holder, key, structuredClone(read(other)));
  else write(holder, key, random.pick(oddValues)(random));
}

function read({ holder, key }: Place): Json {
  const value = Array.isArray(holder) ? holder[Number(key)] : holder[key];
  return value ?? null;
}

function write(holder: Holder, key: string, value: Json): void {
  if (Array.isArray(holder)) holder[Number(key)] = value;
  else Object.defineProperty(holder, key, { value, enumerable: true, configurable: true });
}

function remove(holder: Holder, key: string): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
}

/** Every member of every object and list. */
function placesIn(value: Json): Place[] {
  if (value === null || typeof value !== "object") return [];
  return Object.keys(value).flatMap((key) => {
    const place = { holder: value, key };
    return [place, ...placesIn(read(place))];
  });
}
