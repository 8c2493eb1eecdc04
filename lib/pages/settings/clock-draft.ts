/** Formats minutes since midnight for a field: "09:30"; the day's end is "24:00". */
export function clockDraft(minutes: number): string {
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** Parses a time field: "9:30", "9.30". @returns minutes since midnight; NaN: invalid */
export function readClockDraft(text: string): number {
  const matched = /^(\d{1,2})[:.]([0-5]\d)$/u.exec(text.trim());
  return matched === null ? Number.NaN : Number(matched[1]) * 60 + Number(matched[2]);
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
