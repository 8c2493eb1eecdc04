import { parseChannel, type Channel } from "@/lib/domain/trace/channel";
import { isJsonArray, type JsonObject } from "../formats/json-shape";
import type { ReplayContact, ReplayItem, ReplayMessage, Unreadable } from "./conversation";
import { itemIdOf } from "./item-id";
import { readMessage, readScores } from "./read-messages";
import { readPersona, readScenario, type ReadPersona } from "./read-records";
import { asSimulatorSays } from "./read-roles";
import { readTranscript } from "./read-transcript";
import { instantOf, nameOf, objectOf, ordinalOf, wordsOf } from "./values";

/** What the caller knows of a file that it may not say itself. */
export type FileContext = {
  /** The scenario's name. */
  readonly scenario: string | null;
  readonly channel: Channel | null;
  /** The place of the file's contacts in their cases. */
  readonly leg: number | null;
  /** Which repeat of its items the file is; null: as it says, else counted. */
  readonly repeat: number | null;
  /** Of a text's UTF-8 bytes, hexadecimal. */
  readonly sha256: (text: string) => string;
};

/** The item that a conversation or a persona is of, with what is known of it; a sentence if it names none. */
export function readItem(value: JsonObject, context: FileContext): ReplayItem | string {
  const persona = readPersona(value["persona"]);
  const given = value["scenario"] ?? objectOf(value["metadata"])["scenario_name"];
  const scenario = readScenario(given ?? context.scenario);
  const situation = wordsOf(value["situation"]) ?? persona.situation;
  const stated = nameOf(value["item"]);
  if (stated === null && situation === null) {
    return "This names no item; give item, or a persona with its situation, which its id is made of.";
  }
  const key = {
    scenario: scenario?.name ?? "",
    persona: persona.name,
    situation: situation ?? "",
  };
  return {
    id: stated ?? itemIdOf(key, context.sha256),
    isNamed: stated !== null,
    cluster: nameOf(value["cluster"]),
    stratum: nameOf(value["stratum"]) ?? scenario?.name ?? null,
    expected: nameOf(value["expected"] ?? value["outcome"] ?? persona.outcome),
    ...(situation !== null && { situation: situation.slice(0, textLengthMax).toWellFormed() }),
    ...(scenario !== null && { scenario }),
    ...(persona.record !== null && { persona: persona.record }),
  };
}

const textLengthMax = 20_000;

/** Reads a conversation: a result of simulate-sdk, or one line of plain transcripts. */
export function readContact(
  value: JsonObject,
  place: string,
  context: FileContext,
): ReplayContact | Unreadable {
  const item = readItem(value, context);
  if (typeof item === "string") return { place, reason: item };
  const persona = readPersona(value["persona"]);
  const said = readSaid(value, persona);
  if ("reason" in said) return { place: `${place}${said.place}`, reason: said.reason };
  const channel = readChannel(value, said.isReversed, context);
  if (channel === null) return { place, reason: noChannel };
  const error = said.error ?? errorIn(value);
  if (said.messages.length === 0 && error === null) return { place, reason: noMessages };
  return {
    ...{ place, item, channel, error, messages: said.messages },
    repeat: ordinalOf(value["repeat"]) ?? context.repeat,
    leg: ordinalOf(value["leg"]) ?? context.leg,
    startUs: instantOf(value["started_at"]) ?? said.messages[0]?.atUs ?? null,
    scores: readScores(value["evaluation"]),
  };
}

export const noChannel =
  "This names no channel that is known; give channel as voice, chat, email, sms, social or in_app.";

const noMessages =
  "This has no messages; give messages, or transcript, or in error why the replay failed.";

type Said = {
  readonly messages: readonly ReplayMessage[];
  readonly error: string | null;
  /** Whether customer and agent were swapped. */
  readonly isReversed: boolean;
};

function readSaid(value: JsonObject, persona: ReadPersona): Said | Unreadable {
  const isSimulators = wordsOf(value["roles"]) === "simulator";
  const list = value["messages"];
  if (isJsonArray(list) && list.length > 0) {
    const read = list.map(readMessage);
    const bad = read.findIndex((message) => typeof message === "string");
    const reason = read[bad];
    if (typeof reason === "string") return { place: `, messages[${String(bad)}]`, reason };
    const messages = read.filter((message) => typeof message !== "string");
    return {
      messages: isSimulators ? swapped(messages) : messages,
      error: null,
      isReversed: isSimulators,
    };
  }
  const text = wordsOf(value["transcript"]);
  if (text === null) return { messages: [], error: null, isReversed: false };
  const { messages, error, namesAgent } = readTranscript(text);
  if (messages.length === 0 && error === null) {
    const reason = 'This transcript has no line that begins with a role, such as "user: ".';
    return { place: "", reason };
  }
  const hasEngine = objectOf(value["metadata"])["engine"] !== undefined;
  const isFirstSdk = persona.isNested && !hasEngine && !namesAgent;
  const isReversed = isSimulators || (isFirstSdk && !isCustomersOpening(messages, persona));
  return { messages: isReversed ? swapped(messages) : messages, error, isReversed };
}

/** The simulated customer opens with "Hi, I'm NAME. SITUATION": if the customer already says that, roles are right. */
function isCustomersOpening(messages: readonly ReplayMessage[], { name }: ReadPersona): boolean {
  const opening = messages.find(({ text }) => name !== "" && text.startsWith(`Hi, I'm ${name}.`));
  return opening?.speaker === "customer";
}

function swapped(messages: readonly ReplayMessage[]): readonly ReplayMessage[] {
  return messages.map((message) => ({ ...message, speaker: asSimulatorSays(message.speaker) }));
}

function readChannel(
  value: JsonObject,
  isReversed: boolean,
  { channel: usual }: FileContext,
): Channel | null {
  const metadata = objectOf(value["metadata"]);
  const stated = wordsOf(value["channel"] ?? metadata["channel"]);
  if (stated !== null) return parseChannel(stated);
  if (usual !== null) return usual;
  const engine = wordsOf(metadata["engine"]);
  const modality = wordsOf(metadata["modality"]);
  const hasAudio = ["audio_input_path", "audio_output_path", "audio_combined_path"].some(
    (key) => wordsOf(value[key]) !== null,
  );
  // The first simulate-sdk had one engine that wrote reports, LiveKit's, and did not name it.
  if (engine === "livekit" || modality === "voice" || hasAudio || isReversed) return "voice";
  return engine === "local_text" || modality === "text" ? "chat" : null;
}

/** Why a replay failed, as a newer simulator's metadata or a line says. */
function errorIn(value: JsonObject): string | null {
  const stated = nameOf(value["error"]);
  if (stated !== null) return stated;
  const failure = objectOf(objectOf(value["metadata"])["failure"]);
  return nameOf(failure["message"]) ?? nameOf(failure["code"]);
}
