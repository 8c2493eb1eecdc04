import head from "./list-prices-head.gen.json";

/** The day of the newest table of list prices: "2026-11-20". */
export const listPricesDate: string = head.date;
