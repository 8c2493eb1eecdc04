import { firstMember, member, recordMember, scalarText, type JsonRecord } from "../json";
import type { AttributeValue } from "@/lib/domain/trace/span";

/** What stands in a message's text for a part that is no text. */
const markOfWord: ReadonlyMap<string, string> = new Map([
  ...["image", "img", "picture", "photo", "sticker", "gif"].map((w) => [w, "[image]"] as const),
  ...["audio", "sound", "voice", "recording"].map((w) => [w, "[audio]"] as const),
  ["video", "[video]"],
  ...["document", "doc", "file", "pdf", "attachment", "blob", "binary", "media", "uri"].map(
    (w) => [w, "[file]"] as const,
  ),
]);
/** Words beside these in the name of a part's type: `input_image`, `document-url`, `FileDataPart`. */
const furtherWords: ReadonlySet<string> = new Set([
  ...["input", "output", "user", "url", "uri", "data", "base64", "inline", "content", "part"],
  ...["block", "message", "id", "bytes", "source"],
]);
const mediaTypeKeys = ["mime_type", "mimeType", "media_type", "mediaType", "contentType"];
const mediaMembers = [
  ...["inlineData", "inline_data", "fileData", "file_data", "media", "image", "image_url"],
  ...["document", "video", "audio", "input_audio", "audio_url", "video_url", "document_url"],
];

/**
 * The mark of a part of a media type, however its words are joined.
 * @returns null for any other type: `text`, `file_search_call`
 */
export function markOfType(type: string): string | null {
  const words = type
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ")
    .toLowerCase()
    .split(/[^a-z\d]+/);
  const marks = words.flatMap((word) => markOfWord.get(word) ?? []);
  const isMedia = words.every((word) => markOfWord.has(word) || furtherWords.has(word));
  return isMedia ? (marks[0] ?? null) : null;
}

/** True for a part that is told by its members rather than its type. */
export function hasMedia(part: JsonRecord): boolean {
  return mediaMembers.some((key) => member(part, key) !== undefined);
}

/** The mark of a part that states what it is: by its modality, media type or `data:` URL. */
export function markByModality(part: JsonRecord): string | null {
  const inner = recordMember(part, mediaMembers) ?? part;
  const kind =
    scalarText(firstMember(part, ["modality"])) ??
    scalarText(firstMember(inner, mediaTypeKeys)) ??
    dataType(firstMember(inner, ["url", "uri"])) ??
    "";
  if (kind.startsWith("image") || member(part, "image") !== undefined) return "[image]";
  if (kind.startsWith("audio") || member(part, "audio") !== undefined) return "[audio]";
  if (kind.startsWith("video") || member(part, "video") !== undefined) return "[video]";
  return null;
}

/** The media type of a `data:` URL. */
function dataType(address: AttributeValue | undefined): string | null {
  return typeof address === "string" && address.startsWith("data:")
    ? address.slice("data:".length, 40)
    : null;
}
