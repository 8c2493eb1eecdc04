import type { Lines } from "./lines";

/** The knowledge base's passage about an intent, and agents' answers from it. */
export type Policy = {
  readonly passage: string;
  readonly says: Lines;
  /** The same with a wrong figure. */
  readonly misquotes: Lines | null;
};

export const policies: Readonly<Record<string, Policy>> = {
  "billing.double_charge": {
    passage:
      "Duplicate payments are refunded to the original means of payment within 3 to 5 working days after the billing team has confirmed the second collection.",
    says: {
      text: [
        "Duplicate payments are refunded to the original means of payment[ within 3 to 5 working days|, within 3 to 5 working days, once the billing team has confirmed the second collection].",
      ],
    },
    misquotes: {
      text: [
        "Duplicate payments are refunded to the original means of payment within [1 to 2|8 to 9] working days.",
      ],
    },
  },
  "billing.price_rise": {
    passage:
      "Promotional prices end on the date in the contract summary. Agents may grant one goodwill credit of up to $40 per customer and year.",
    says: {
      text: [
        "Promotional prices end on the date [in|that is in] the contract summary.",
        "The contract summary has the date on which promotional prices end.",
      ],
    },
    misquotes: null,
  },
  "billing.late_fee": {
    passage:
      "A late fee is waived once a year on request, if the payment reached Fernway within seven days of the due date.",
    says: {
      text: [
        "A late fee is waived once a year [on request|if you ask], if the payment reached Fernway within seven days of the due date.",
      ],
    },
    misquotes: {
      text: [
        "A late fee is waived once a year, if the payment reached Fernway within [thirty|twenty] days of the due date.",
      ],
    },
  },
  "refund.returned_device": {
    passage:
      "Returned devices are inspected within 5 working days of arrival. The refund goes to the original means of payment and takes up to 10 working days.",
    says: {
      text: [
        "Returned devices are inspected within 5 working days of arrival[, and the refund takes up to 10 working days|].",
        "[A refund|The refund] goes to the original means of payment and takes up to 10 working days.",
      ],
    },
    misquotes: {
      text: ["Returned devices are inspected within [2|15] working days of arrival."],
    },
  },
  "refund.cancelled_order": {
    passage:
      "Orders cancelled before dispatch are refunded in full. Delivery fees are refunded where Fernway cancelled.",
    says: {
      text: [
        "Orders [cancelled|that are cancelled] before dispatch are refunded in full[, delivery fees too where Fernway cancelled|].",
      ],
    },
    misquotes: null,
  },
  "outage.internet_down": {
    passage:
      "Customers without service for more than 24 hours receive a credit of one thirtieth of the monthly price for each day.",
    says: {
      text: [
        "Customers without service for more than 24 hours receive [a credit of |]one thirtieth of the monthly price for each day.",
      ],
    },
    misquotes: {
      text: [
        "Customers without service for more than [4|6] hours receive one thirtieth of the monthly price for each day.",
      ],
    },
  },
  "outage.wifi_drops": {
    passage:
      "If wifi drops in the evening, change the channel and update the firmware. A swap is offered after two failed line tests.",
    says: {
      text: [
        "A swap is offered after two failed line tests.",
        "If wifi drops in the evening, it helps to change the channel and update the firmware.",
      ],
    },
    misquotes: { text: ["A swap is offered after [five|four] failed line tests."] },
  },
  "account.locked_out": {
    passage:
      "Accounts lock for 24 hours after six failed attempts. An agent may unlock them after checking name and account number.",
    says: {
      text: [
        "Accounts lock for 24 hours after six failed attempts[; an agent may unlock them after checking name and account number|].",
      ],
    },
    misquotes: { text: ["Accounts lock for [48|72] hours after six failed attempts."] },
  },
  "account.change_address": {
    passage: "Moves need ten working days. The contract term continues at the new address.",
    says: {
      text: [
        "Moves need ten working days[, and the contract term continues at the new address|].",
        "The contract term continues at the new address.",
      ],
    },
    misquotes: { text: ["Moves need [two|twenty] working days."] },
  },
  "delivery.parcel_late": {
    passage:
      "A parcel counts as lost when there is no scan for five working days. A replacement is sent at no charge.",
    says: {
      text: [
        "A parcel counts as lost when there is no scan for five working days[, and a replacement is sent at no charge|].",
      ],
    },
    misquotes: {
      text: ["A parcel counts as lost when there is no scan for [fifteen|twenty] working days."],
    },
  },
  "delivery.wrong_item": {
    passage:
      "Wrong or damaged items are exchanged; the courier collects the old one when the new one is delivered.",
    says: {
      text: [
        "The courier collects the old [one|item] when the new one is delivered.",
        "Wrong or damaged items are exchanged[, and the courier collects the old one|].",
      ],
    },
    misquotes: null,
  },
};

/** Other passages that the knowledge base returns, by case type. */
export const otherPassages: Readonly<Record<string, readonly string[]>> = {
  billing: [
    "Invoices are issued on the first working day of the month and sent to the address in the profile.",
    "Payment plans run over three, four or six months and bear no interest.",
  ],
  refund: ["Devices are returned in their box, with the power supply and the return label."],
  outage: [
    "A solid red light on the Mesh 6 means that the fibre signal is lost. Reset the port at the exchange before a technician is booked.",
  ],
  account: ["A change of plan takes effect on the first day of the next billing period."],
  delivery: ["Parcels are held at the depot for seven days before they go back to the warehouse."],
};
