// Loaded first: freezes the clock, so that two runs print the same instants.
const RealDate = Date;
const nowMs = Number(process.env.FROZEN_AT_MS);

globalThis.Date = class extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(nowMs);
    else super(...args);
  }
  static now() {
    return nowMs;
  }
};
