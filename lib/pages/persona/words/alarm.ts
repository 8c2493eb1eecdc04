/** The acknowledgement of an alarm. */
export const alarmNote = {
  acknowledgedBy: "Acknowledged by",
  none: "Nobody has acknowledged it yet.",
  button: "Acknowledge…",
  title: "Acknowledge the alarm",
  description:
    "It stays on the chart with your name, the day and what you say comes of it. Personal data in the note is masked before it is kept.",
  submit: "Acknowledge",
  note: "What will be done",
} as const;

export const demoVisitor = "a visitor of the demo";
