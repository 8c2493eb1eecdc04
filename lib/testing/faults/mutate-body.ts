import { gzipSync } from "node:zlib";
import { seededRandom, type SeededRandom } from "../seeded-random";
import { mutateRequest } from "./mutate-request";
import { asProtobuf, type SampleBody } from "./sample-bodies";

/** A damaged body, and how it is sent. */
export type MutatedBody = Omit<SampleBody, "request"> & {
  readonly isGzip: boolean;
  /** The mutations that were made, in order; for the report of a failure. */
  readonly how: string;
};

type Mutate = (bytes: Buffer, random: SeededRandom) => Buffer;

/** Bytes at which parsers take turns: quotes, brackets, escapes, digits, varints, the ends of the range. */
const turningBytes: readonly number[] = [
  0, 1, 9, 34, 44, 45, 48, 57, 91, 92, 93, 101, 123, 125, 127, 128, 255,
];
const oddNumbers = ["-1", "0", "1e400", "-0", "9".repeat(400), "0.1e-7", "NaN", "null", "[]", "{}"];
const nestings: readonly (readonly [string, string])[] = [
  ["[", "]"],
  ['{"kvlistValue":{"values":[{"key":"k","value":', "}]}}"],
  ['{"arrayValue":{"values":[', "]}}"],
];

const mutations: Readonly<Record<string, Mutate>> = {
  flip: (bytes, random) => {
    for (let count = 1 + random.below(8); count > 0; count -= 1) {
      const at = random.below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    }
    return bytes;
  },
  overwrite: (bytes, random) => {
    for (let count = 1 + random.below(4); count > 0; count -= 1)
      bytes[random.below(bytes.length)] = random.pick(turningBytes);
    return bytes;
  },
  cut: (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  remove: (bytes, random) => {
    const [from, to] = rangeIn(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  duplicate: (bytes, random) => {
    const [from, to] = rangeIn(bytes, random);
    const part = bytes.subarray(from, to);
    const times = 1 + random.below(part.length < 200 ? 200 : 3);
    const more = Array.from({ length: times }, () => part);
    return Buffer.concat([bytes.subarray(0, to), ...more, bytes.subarray(to)]);
  },
  shuffle: (bytes, random) => {
    const [from, to] = rangeIn(bytes, random);
    const parts = [bytes.subarray(to), bytes.subarray(from, to), bytes.subarray(0, from)];
    return Buffer.concat(parts);
  },
  /** In protobuf these are lengths, too. */
  varint: (bytes, random) => {
    const at = random.below(bytes.length);
    const length = Buffer.alloc(1 + random.below(11), 255);
    length[length.length - 1] = random.below(128);
    return Buffer.concat([bytes.subarray(0, at), length, bytes.subarray(at + 1)]);
  },
  number: (bytes, random) => {
    const found = [...bytes.toString("latin1").matchAll(/\d+/gu)];
    if (found.length === 0) return bytes;
    const { 0: digits, index } = random.pick(found);
    const number = Buffer.from(random.pick(oddNumbers));
    return Buffer.concat([bytes.subarray(0, index), number, bytes.subarray(index + digits.length)]);
  },
  nest: (bytes, random) => {
    const values = [...bytes.toString("latin1").matchAll(/\{"stringValue":"[^"]*"\}/gu)];
    const depth = 1 + random.below(random.below(20) === 0 ? 100_000 : 300);
    const [open, close] = random.pick(nestings);
    if (values.length === 0) return nestProtobuf(bytes, depth % 2000);
    const { 0: value, index } = random.pick(values);
    const nested = `${open.repeat(depth)}${value}${close.repeat(depth)}`;
    const end = index + value.length;
    return Buffer.concat([bytes.subarray(0, index), Buffer.from(nested), bytes.subarray(end)]);
  },
};

/** Appends a span whose attribute is an array in an array, and so on. */
function nestProtobuf(bytes: Buffer, depth: number): Buffer {
  let value: Buffer = Buffer.from([0x0a, 1, 0x78]);
  for (let level = 0; level < depth; level += 1) value = field(5, field(1, value));
  const attribute = field(9, Buffer.concat([field(1, Buffer.from("k")), field(2, value)]));
  const ids = Buffer.concat([field(1, Buffer.alloc(16, 7)), field(2, Buffer.alloc(8, 7))]);
  const span = field(2, Buffer.concat([ids, attribute]));
  return Buffer.concat([bytes, field(1, field(2, span))]);
}

/** A length-delimited field of protobuf. */
function field(number: number, content: Buffer): Buffer {
  const header = [(number << 3) | 2];
  let length = content.length;
  for (; length > 127; length >>>= 7) header.push((length & 127) | 128);
  return Buffer.concat([Buffer.from([...header, length]), content]);
}

function rangeIn(bytes: Buffer, random: SeededRandom): readonly [number, number] {
  const from = random.below(bytes.length);
  const length = 1 + random.below(random.below(2) === 0 ? 40 : 4000);
  return [from, Math.min(bytes.length, from + length)];
}

/**
 * The body of a number: some sample, changed as a request or as bytes or both, also its gzip stream, under a content
 * type that is wrong at times.
 */
export function mutateBody(samples: readonly SampleBody[], seed: number): MutatedBody {
  const random = seededRandom(seed);
  const sample = random.pick(samples);
  const how: string[] = [];
  let bytes: Buffer = Buffer.from(sample.bytes);
  if (sample.request !== null && random.below(2) === 0) {
    bytes = Buffer.from(asMutated({ ...sample, request: sample.request }, random));
    how.push("request");
  }
  const mutate = () => {
    const name = random.pick(Object.keys(mutations));
    if (bytes.length > 0) bytes = Buffer.from(mutations[name]?.(bytes, random) ?? bytes);
    how.push(name);
  };
  const isDone = how.length > 0 && random.below(3) > 0;
  for (let count = isDone ? 0 : 1 + random.below(3); count > 0; count -= 1) mutate();
  const isGzip = random.below(4) === 0;
  if (isGzip) {
    bytes = gzipSync(bytes, { level: 1 });
    how.push("gzip");
    if (random.below(3) === 0) mutate();
  }
  const isMislabelled = random.below(16) === 0;
  const encoding = isMislabelled && sample.encoding === "json" ? "protobuf" : sample.encoding;
  const signal = random.below(16) === 0 ? "logs" : sample.signal;
  return { bytes, encoding, signal, isGzip, how: how.join(", ") };
}

/** The sample's bytes where its changed request cannot be encoded. */
function asMutated(
  { request, encoding, bytes }: SampleBody & { readonly request: object },
  random: SeededRandom,
): Uint8Array {
  const mutated = mutateRequest(request, random);
  if (encoding === "json") return Buffer.from(JSON.stringify(mutated));
  return asProtobuf(mutated) ?? bytes;
}
