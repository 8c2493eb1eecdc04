import { JsonScanner } from "@/lib/ingest/formats/json-scanner";
import { otlpJson } from "@/lib/ingest/formats/otlp-json";

const pieceLength = 4_096;

/** Looks for spans in a file that holds the text as a value and as it is, piece by piece. */
export function scanFile(text: string): void {
  otlpJson.recognise(new TextEncoder().encode(text));
  const scanner = new JsonScanner(1, ["spans"], "spans");
  const whole = `{"spans":[{"a":${JSON.stringify(text)}},${text}`;
  for (let at = 0; at < whole.length; at += pieceLength) {
    if (scanner.feed(whole.slice(at, at + pieceLength), 1) !== -1) break;
  }
  scanner.abandon();
}
