import { hasLuhnDigit } from "../numbers/is-card-number";
import { eachMatch } from "@/lib/learning/each-match";
import type { TextTraits } from "../scan-text";
import type { Candidate } from "../text-masker";

/** Fifteen digits, also in an IMEI's groups of 2, 6, 6 and 1. */
const written =
  /(?<![\p{L}\p{N}_.#-])(?:\d{15}|\d{2}([ -])\d{6}\1\d{6}\1\d)(?![\p{L}\p{N}_]|[.-]\d)/gu;
const deviceBefore =
  /(?:\b(?:imei|meid|devices?|handset|phone|mobile|cell|tablet|sim|serial)\b|\*#06#)[^.!?\n]{0,40}$/i;
const reach = 60;
/** Bitcoin's (BIP 173) and Ethereum's (EIP-55) addresses. */
const wallet =
  /(?<![\p{L}\p{N}])(?:bc1[02-9ac-hj-np-z]{11,71}|0x[0-9a-fA-F]{40})(?![\p{L}\p{N}])/gu;
const mayBeWallet = /bc1|0x[0-9a-fA-F]{8}/;
const mayBeNetwork = /[0-9A-F]{2}[:-][0-9A-F]{2}[:-]|[0-9A-F]{4}\.[0-9A-F]{4}\./i;

/** Six pairs of hexadecimal digits, or three groups of four (IEEE 802). */
const network =
  /(?<![\p{L}\p{N}:.-])(?:[0-9A-F]{2}([:-])(?:[0-9A-F]{2}\1){4}[0-9A-F]{2}|[0-9A-F]{4}\.[0-9A-F]{4}\.[0-9A-F]{4})(?![\p{L}\p{N}:]|[.-][\p{L}\p{N}])/giu;
/** A SIM card's number begins with 89 (ITU-T E.118). */
const sim = /(?<![\p{L}\p{N}_.#-])89(?:[ -]?\d){16,18}(?![\p{L}\p{N}_])/gu;
const simBeside = /\bsim\b|\besim\b|sim-?karte|iccid/i;
/** A vehicle's identification number (ISO 3779). */
const vehicle =
  /(?<![\p{L}\p{N}_#-])(?=[A-Z0-9]*[A-HJ-NPR-Z]{2})[A-HJ-NPR-Z0-9]{13}\d{4}(?![\p{L}\p{N}_])/gu;
const vehicleBeside =
  /\bvin\b|vehicle|\bcar\b|chassis|fahrzeug|fahrgestell|\bfin\b|bastidor|telaio|véhicule|châssis|coche|auto\b|veículo|wagen/i;

/** Finds numbers that name one device: IMEIs with their check digit, addresses of network cards, SIM cards, vehicles. */
export function findDeviceIds(text: string, { digits }: TextTraits): Candidate[] {
  const found: Candidate[] = [];
  const add = (pattern: RegExp): void =>
    eachMatch(pattern, text, ({ 0: written, index }) => {
      const value = written.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();
      found.push({
        type: "ACCOUNT",
        start: index,
        end: index + written.length,
        value,
        isAnnounced: true,
      });
    });
  if (mayBeNetwork.test(text)) add(network);
  if (mayBeWallet.test(text)) add(wallet);
  if (digits >= 4 && vehicleBeside.test(text)) add(vehicle);
  if (digits >= 18 && simBeside.test(text)) add(sim);
  if (digits < 15) return found;
  eachMatch(written, text, (match) => {
    const value = match[0].replace(/\D/g, "");
    if (!hasLuhnDigit(value)) return;
    const isGrouped = match[0].length > value.length;
    const before = text.slice(Math.max(0, match.index - reach), match.index);
    if (!isGrouped && !deviceBefore.test(before)) return;
    found.push({ type: "ACCOUNT", start: match.index, end: match.index + match[0].length, value });
  });
  return found;
}
