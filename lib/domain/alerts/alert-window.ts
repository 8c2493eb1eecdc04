/** The spans of cases that a rule looks at, as whole days up to today, by the day a case was opened. */
export const alertWindows = ["2d", "7d", "30d", "90d"] as const;
export type AlertWindow = (typeof alertWindows)[number];

/** Number of days of each window. */
export const windowDays: Readonly<Record<AlertWindow, number>> = {
  "2d": 2,
  "7d": 7,
  "30d": 30,
  "90d": 90,
};
