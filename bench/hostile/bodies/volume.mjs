import { count, dayMs, inBuffers, makeMessage, makeSpan, requestOf } from "../otlp.mjs";

/** Bodies that are ordinary one by one: it is how many there are, or how they belong together. */

const words = "Where is my parcel? It should have been here on Monday. Please help.";
const ordinary = (at, nowMs) =>
  makeMessage(at, nowMs, words, {
    ...{ case_id: `HOSTILE-${Math.floor(at / 10)}`, customer_id: `hostile-${Math.floor(at / 20)}` },
  });

export const volume = [
  {
    name: "ordinary-60mib",
    what: "60 MiB of ordinary spans in one body",
    bytes: ({ nowMs }) => requestOf(count(117_500, (at) => ordinary(at, nowMs))),
  },
  {
    name: "bodies-10000",
    what: "10,000 bodies of one span each, 50 at a time",
    requests: 10_000,
    parallel: 50,
    isSame: false,
    bytes: ({ at, nowMs }) => requestOf([ordinary(at, nowMs)]),
  },
  {
    name: "same-body-200-times",
    what: "one body of 1,000 spans, sent 200 times",
    requests: 200,
    parallel: 10,
    bytes: ({ nowMs }) => requestOf(count(1000, (at) => ordinary(at, nowMs))),
  },
  {
    name: "replaced-100-times",
    what: "1,000 spans, replaced by others of the same ids 100 times",
    requests: 100,
    parallel: 4,
    isSame: false,
    headers: { "throughline-replace": "true" },
    bytes: ({ at, nowMs }) =>
      requestOf(
        count(1000, (index) =>
          makeMessage(index, nowMs, `Version ${at}`, { case_id: `HOSTILE-${index % 50}` }),
        ),
      ),
  },
  {
    name: "growing-case",
    what: "one case that gets another 20 messages 500 times",
    requests: 500,
    parallel: 2,
    isSame: false,
    bytes: ({ at, nowMs }) =>
      requestOf(
        count(20, (index) =>
          makeMessage(20 * at + index, nowMs, `Message ${at} ${index}. ${words}`),
        ),
      ),
  },
  {
    name: "customer-of-5000-cases",
    what: "5,000 cases of one customer",
    bytes: ({ nowMs }) =>
      requestOf(
        count(5000, (at) =>
          makeMessage(at, nowMs, words, { case_id: `HOSTILE-${at}`, customer_id: "anonymous" }),
        ),
      ),
  },
  {
    name: "case-of-5000-contacts",
    what: "a case of 5,000 contacts",
    bytes: ({ nowMs }) =>
      requestOf(
        count(10_000, (at) =>
          makeSpan({
            ...{
              trace: at >> 1,
              span: at,
              atMs: nowMs - 170 * dayMs + (at >> 1) * 2_000_000 + (at % 2) * 2000,
            },
            attributes: {
              ...{ case_id: "HOSTILE-1", customer_id: "hostile-customer", channel: "chat" },
              ...{ interaction_id: `contact-${at >> 1}`, "message.content": words },
              "message.role": at % 2 === 0 ? "customer" : "agent",
            },
          }),
        ),
      ),
  },
  {
    name: "case-of-10000-messages",
    what: "one contact of 10,000 messages",
    bytes: ({ nowMs }) =>
      requestOf(
        count(10_000, (at) =>
          makeMessage(at, nowMs, `${words} ${at}`, {
            ...{ interaction_id: "one", "message.role": at % 2 === 0 ? "customer" : "agent" },
          }),
        ),
      ),
  },
  {
    name: "sessions-100000",
    what: "100,000 sessions of one customer, without a case id",
    isGzip: true,
    bytes: ({ nowMs }) =>
      requestOf(
        count(100_000, (at) =>
          makeSpan({
            ...{ trace: at, span: at, atMs: nowMs - 20 * dayMs + at * 10_000 },
            attributes: {
              ...{ "session.id": `s-${at}`, customer_id: "anonymous", "message.role": "customer" },
              "message.content": "Hello",
            },
          }),
        ),
      ),
  },
  {
    name: "files-20",
    what: "20 files of 20 MB each on the page Ingest, 5 at a time",
    path: "/api/uploads",
    isUpload: true,
    type: "application/octet-stream",
    requests: 20,
    parallel: 5,
    *bytes({ nowMs }) {
      for (const piece of inBuffers(
        count(38_000, (at) => [...requestOf([ordinary(at, nowMs)]), "\n"].join("")),
      ))
        yield piece;
    },
  },
];
