import type { CaseFacts } from "./facts";
import type { ToolUse } from "./model";

type Call = Pick<ToolUse, "name" | "args" | "result">;
type MakeCall = (about: CaseFacts) => Call;

const host = "https://api.fernway.example/v2";

const reads: Readonly<Record<string, MakeCall>> = {
  billing: ({ ref, amount, facts }) => ({
    name: "get_invoice",
    args: { invoice: ref },
    result: {
      invoice: ref,
      total: amount,
      plan: facts["plan"],
      booked: facts["date"],
      months: facts["months"],
      payments: 2,
    },
  }),
  refund: ({ ref, amount, facts }) => ({
    name: "find_return",
    args: { reference: ref },
    result: { reference: ref, item: facts["product"], value: amount, received: facts["date"] },
  }),
  outage: ({ ref, facts }) => ({
    name: "test_line",
    args: { line: ref },
    result: {
      line: ref,
      sync: facts["speed"],
      device: facts["product"],
      area: facts["city"],
      fault_since: facts["date"],
    },
  }),
  account: ({ ref, facts }) => ({
    name: "get_customer_profile",
    args: { username: facts["user"] ?? "" },
    result: {
      plan: facts["plan"],
      last_change: facts["date"],
      offer: ref,
      offer_until: facts["due"],
    },
  }),
  delivery: ({ ref, facts }) => ({
    name: "track_parcel",
    args: { order_id: ref },
    result: {
      order_id: ref,
      item: facts["product"],
      last_scan: facts["date"],
      depot: facts["city"],
    },
  }),
};

const writes: Readonly<Record<string, MakeCall>> = {
  "billing.double_charge": ({ ref, amount }) => ({
    name: "refund_payment",
    args: { invoice: ref, amount },
    result: { invoice: ref, refunded: amount, state: "booked" },
  }),
  "billing.price_rise": ({ ref, facts }) => ({
    name: "adjust_invoice",
    args: { invoice: ref, plan: facts["plan"] ?? "" },
    result: { invoice: ref, state: "reissued" },
  }),
  "billing.late_fee": ({ ref, amount }) => ({
    name: "credit_fee",
    args: { invoice: ref, amount },
    result: { invoice: ref, credited: amount, state: "booked" },
  }),
  "billing.payment_plan": ({ ref, facts }) => ({
    name: "create_payment_plan",
    args: { invoice: ref, months: facts["months"] ?? "" },
    result: { invoice: ref, state: "active" },
  }),
  "refund.returned_device": ({ ref, amount }) => ({
    name: "refund_return",
    args: { reference: ref, amount },
    result: { reference: ref, refunded: amount, state: "sent" },
  }),
  "refund.cancelled_order": ({ ref, amount }) => ({
    name: "refund_order",
    args: { order_id: ref, amount },
    result: { order_id: ref, refunded: amount, state: "sent" },
  }),
  "outage.internet_down": ({ ref }) => ({
    name: "reset_port",
    args: { line: ref },
    result: { line: ref, port: "up", state: "synced" },
  }),
  "outage.wifi_drops": ({ ref, facts }) => ({
    name: "change_wifi_channel",
    args: { line: ref, device: facts["product"] ?? "" },
    result: { line: ref, channel: 44, state: "applied" },
  }),
  "account.locked_out": ({ facts }) => ({
    name: "unlock_login",
    args: { username: facts["user"] ?? "" },
    result: { username: facts["user"], state: "open" },
  }),
  "account.change_address": ({ facts }) => ({
    name: "update_address",
    args: { street: facts["newStreet"] ?? "", city: facts["city"] ?? "" },
    result: { state: "saved", from: facts["date"] },
  }),
  "account.change_plan": ({ ref, facts }) => ({
    name: "switch_plan",
    args: { offer: ref, plan: facts["plan"] ?? "" },
    result: { offer: ref, state: "scheduled" },
  }),
  "delivery.parcel_late": ({ ref, facts }) => ({
    name: "resend_order",
    args: { order_id: ref, item: facts["product"] ?? "" },
    result: { order_id: ref, state: "dispatched" },
  }),
  "delivery.wrong_item": ({ ref, facts }) => ({
    name: "exchange_item",
    args: { order_id: ref, item: facts["product"] ?? "" },
    result: { order_id: ref, state: "booked" },
  }),
};

/** The tool call that looks up a case. */
export function readCall(intent: string, about: CaseFacts): ToolUse {
  const make = reads[intent.split(".")[0] ?? ""];
  return finish(make, about, intent);
}

/** The tool call that fulfils an intent. */
export function writeCall(intent: string, about: CaseFacts): ToolUse {
  return finish(writes[intent], about, intent);
}

/** Calls that act on a line. */
export type LineCall = "restart_line" | "change_line_profile" | "swap_line_card";

/** The tool call that acts on a case's line. */
export function lineCall(name: LineCall, { ref }: CaseFacts): ToolUse {
  const call = { name, args: { line: ref }, result: { line: ref, state: "applied" } };
  return { ...call, isError: false, url: urlOf(name) };
}

/** An AI agent's transfer call, with its summary for the team. */
export function handOverCall(team: string, summary: string): ToolUse {
  return {
    name: "transfer_to_team",
    args: { team, summary },
    result: { state: "queued" },
    isError: false,
    url: `${host}/transfer-to-team`,
  };
}

/** The same call with an error as its result. */
export function failed(call: ToolUse, why: string): ToolUse {
  return { ...call, isError: true, result: { error: why } };
}

function finish(make: MakeCall | undefined, about: CaseFacts, intent: string): ToolUse {
  if (make === undefined) throw new Error(`No tool is for ${intent}.`);
  const call = make(about);
  return { ...call, isError: false, url: urlOf(call.name) };
}

function urlOf(name: string): string {
  return `${host}/${name.replaceAll("_", "-")}`;
}
