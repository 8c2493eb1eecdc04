import { isWithin } from "./is-within";
import type { PlaceCode } from "./place-names";
import { readRegion } from "./read-region";

type Clock = {
  readonly isOf: (place: PlaceCode) => boolean;
  readonly least: number;
  readonly most: number;
};

const hourUs = 3_600_000_000;
/** Hours that clocks are from UTC, the least and the most: winter and summer time, islands included; the first that fits. */
const clocks: readonly Clock[] = [
  { isOf: (place) => isWithin(place, "PT"), least: -1, most: 1 },
  { isOf: (place) => isWithin(place, "IE"), least: 0, most: 1 },
  { isOf: (place) => isWithin(place, "ES"), least: 0, most: 2 },
  { isOf: (place) => place !== "EU" && isWithin(place, "EU"), least: 1, most: 3 },
  { isOf: (place) => isWithin(place, "EU"), least: -1, most: 3 },
  { isOf: (place) => isWithin(place, "US"), least: -10, most: -4 },
];
const anywhere = { least: -12, most: 14 };

/**
 * The days that an instant may have by the clocks of a region.
 * @param atUs microseconds since 1970
 * @returns the first and the last, "2026-08-02"
 */
export function localDays(atUs: number, region: string | null): readonly [string, string] {
  const reading = readRegion(region);
  const places = reading.kind === "places" ? reading.places : [];
  const clock = clocks.find(({ isOf }) => places.every(isOf));
  const { least, most } = places.length === 0 ? anywhere : (clock ?? anywhere);
  const dayAt = (hours: number) => new Date((atUs + hours * hourUs) / 1000).toISOString();
  return [dayAt(least).slice(0, 10), dayAt(most).slice(0, 10)];
}
